import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";

/** Who took part in words: "96 von 120 Projekten", or "24 Antworten" where nobody knows how many were asked. */
export function useParticipation({ submitted, invited, respondents }: ReleaseSummary): string {
  const t = useTexts().releases.participation;
  const locale = useLocale();
  const n = formatCount(submitted, locale);
  return invited === null ? t.answers(n) : t[respondents](n, formatCount(invited, locale));
}
