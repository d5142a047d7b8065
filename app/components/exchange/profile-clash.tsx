import type { OwnProfile } from "../../domain/exchange/profile.server.ts";
import { formatMoment } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { ProfileFacts } from "./profile-facts.tsx";

/** null: it was withdrawn */
type ProfileClashProps = { profile: OwnProfile | null; by: string | null; at: Date | null };

/** Another lead saved first: what they saved stands beside what is still in the form. */
export function ProfileClash({ profile, by, at }: ProfileClashProps) {
  const { clash: t } = useTexts().exchange.form;
  const locale = useLocale();
  return (
    <Notice kind="warn" title={t.title} live="alert">
      <p>{(profile ? t.changed : t.withdrawn)(by ?? t.somebody, at ? formatMoment(at, locale) : "")}</p>
      {profile ? <ProfileFacts {...profile} /> : null}
    </Notice>
  );
}
