/** Abbreviations that AWS's constants hold, which small letters would make unreadable. */
const ABBREVIATIONS =
  /\b(acm|ami|api|caa|cpu|dns|dos|ebs|ec2|ecr|eks|elb|iam|kms|mfa|os|rds|s3|ses|ssl|ssm|tls|vpc|vpn)\b/g;

/** Returns an AWS constant as words: `UNMANAGED_EC2_INSTANCE` becomes `unmanaged EC2 instance`. Anything but a constant stays as it is. */
export function humanizeConstant(text: string): string {
  if (!/^[A-Z\d_]+$/.test(text)) return text;
  return text
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(ABBREVIATIONS, (word) => word.toUpperCase());
}
