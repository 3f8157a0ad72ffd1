/** The region of the deployment on this machine. */
export const REGION = 'ap-southeast-1';

/** Its region and account, as an ARN has them. */
export const PLACE = `${REGION}:111122223333`;
