/** The mistakes in a routes.yml, one per line: `routes.yml:3: Cannot use rule 1 "数据库" › robot as it must be …`. */
export class RouteError extends Error {
  override readonly name = 'RouteError';
}
