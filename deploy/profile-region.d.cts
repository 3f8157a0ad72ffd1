/** The region of serverless.yml, as the framework asks for it. */
declare const profileRegion: {
  (context: { readonly options: Readonly<Record<string, string>> }): Promise<{ readonly region: string }>;
  /** True if there was none, and one was taken with which a package can be made. */
  isGuess: boolean;
};
export = profileRegion;
