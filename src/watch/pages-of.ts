/** Resolves to every page of an answer, or to the first `most` of them. Rejects as `read` does. */
export async function pagesOf<Page extends { readonly NextToken?: string | undefined }>(
  read: (token: string | undefined) => Promise<Page>,
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly pages: readonly Page[]; readonly isCut: boolean }> {
  const pages: Page[] = [];
  let token: string | undefined;
  do {
    const page = await read(token);
    pages.push(page);
    token = page.NextToken;
  } while (token !== undefined && pages.length < most);
  return { pages, isCut: token !== undefined };
}
