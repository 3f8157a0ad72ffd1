/** A `require` for an ES module with packages in it that ask for Node's modules as CommonJS does. */
export const REQUIRE_BANNER =
  "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);";
