/** Made by the build: see app/bundle/survey-plugin.ts. */
declare module "virtual:survey-parts" {
  export const parts: readonly { asked: readonly string[]; load: () => Promise<unknown> }[];
}
