import { paths } from "../../paths.ts";

/** Where the profile of a field stands on the page of interfaces. */
export const PROFILE_ID = "profil";

/** To be opened as a document, so that the keyboard goes on at the profile. */
export function profileAddress(releaseId: string, field: string): string {
  return `${paths.interfaces(releaseId, { field })}#${PROFILE_ID}`;
}
