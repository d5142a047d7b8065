import { Link } from "@remix-run/react";
import type { Overview } from "../../domain/overview/read-overview.server.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatPercent } from "../../format.ts";
import { paths } from "../../paths.ts";
import { FictionalChip } from "../fictional-chip.tsx";
import { useParticipation } from "../releases/participation.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** How many of those asked answered: each questionnaire's last wave beside the one before. */
export function ReturnsCard({ returns }: Pick<Overview, "returns">) {
  const t = useTexts().overview.returns;
  return (
    <section className="card" aria-labelledby="overview-returns">
      <h2 id="overview-returns">{t.title}</h2>
      <ul className="plain-list overview__returns">
        {returns.map(({ now, before }) => (
          <Return key={now.release.releaseId} now={now.release} before={before?.release ?? null} />
        ))}
      </ul>
    </section>
  );
}

const shareOf = ({ submitted, invited }: ReleaseSummary) => (invited ? submitted / invited : 0);

function Return({ now, before }: { now: ReleaseSummary; before: ReleaseSummary | null }) {
  const t = useTexts().overview.returns;
  const locale = useLocale();
  const read = useReader();
  const participation = useParticipation(now);
  return (
    <li>
      <p className="overview__share">{formatPercent(shareOf(now), locale)}</p>
      <p>
        <Link to={paths.release(now.releaseId)}>{t.line(read(now.title), now.wave)}</Link>
        <br />
        <span className="quiet">
          {participation} · {before ? t.before(before.wave, formatPercent(shareOf(before), locale)) : t.first}
        </span>{" "}
        <FictionalChip fictional={now.fictional} />
      </p>
    </li>
  );
}
