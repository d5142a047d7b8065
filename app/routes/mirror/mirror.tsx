import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { besideReleased, highlightsOf } from "../../components/mirror/compare.ts";
import { GlanceCard } from "../../components/mirror/glance-card.tsx";
import { GroupChooser } from "../../components/mirror/group-chooser.tsx";
import { OutcomesCard } from "../../components/mirror/outcomes-card.tsx";
import { ProtectedContext } from "../../components/mirror/protected.ts";
import { QuestionCard } from "../../components/mirror/question-card.tsx";
import { PrintButton } from "../../components/print-button.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { Facts, RuleSentence } from "../../components/releases/report-head.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { type Mirror, readMirror } from "../../domain/mirror/read-mirror.server.ts";
import { headInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled<Mirror>((t, data, locale) =>
  data ? `${t.mirror.title} – ${textIn(data.release.title, locale)} ${data.release.wave}` : t.mirror.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "invitation.read");
    const breakdown = new URL(request.url).searchParams.get("nach");
    return pack(await readMirror(context.db, context.report, viewer, params.invitationId ?? "", breakdown));
  });
}

export default function MirrorPage() {
  const mirror = usePacked<typeof loader>();
  const { invitationId, project, release, breakdowns, chosen, lastWave } = mirror;
  const texts = useTexts();
  const t = texts.mirror;
  const locale = useLocale();
  const read = useReader();
  const given = { participation: useParticipation(release), isBrokenDown: chosen !== null };
  const head = headInWords(release, given, texts, locale);
  const pages = besideReleased(mirror.pages, mirror.blocks, mirror.hidden);
  return (
    <ProtectedContext.Provider value={release.rule.totals === "protected"}>
      <PageHead
        title={`${t.title}: ${read(release.title)} ${release.wave}`}
        subtitle={
          <>
            {project} · <Facts head={head} fictional={release.fictional} />
          </>
        }
        trail={[{ to: paths.mirrors(), label: t.trail }]}
        trailLabel={t.trail}
        actions={
          <>
            <PrintButton>{t.print}</PrintButton>
            <Link className="button" to={paths.submitted(invitationId)}>
              {t.submitted}
            </Link>
          </>
        }
      />
      <Stand mirror={mirror} />
      <p className="who-sees">{t.whoSees}</p>
      <div className="stack">
        <GlanceCard highlights={highlightsOf(pages)} pages={mirror.pages} lastWave={lastWave} />
        <OutcomesCard outcomes={mirror.outcomes} roundId={release.roundId} />
        <GroupChooser breakdowns={breakdowns} chosen={chosen} />
        <RuleSentence head={head} />
        <nav className="mirror-contents no-print" aria-label={t.contents}>
          <ol className="plain-list">
            {pages.map(({ name, title }, index) => (
              <li key={name}>
                <a href={`#abschnitt-${index + 1}`}>{read(title)}</a>
              </li>
            ))}
          </ol>
        </nav>
        {pages.map(({ name, title, questions }, index) => (
          <section className="stack" key={name} aria-labelledby={`abschnitt-${index + 1}`}>
            <h2 id={`abschnitt-${index + 1}`} tabIndex={-1}>
              {read(title)}
            </h2>
            {questions.map((question) => (
              <QuestionCard key={question.asked} question={question} breakdown={chosen} lastWave={lastWave} />
            ))}
          </section>
        ))}
      </div>
    </ProtectedContext.Provider>
  );
}

/** That the figures are preliminary or corrected, and that the own answers are newer than they. */
function Stand({ mirror: { release, isNewer } }: { mirror: Mirror }) {
  const { mirror: t, releases } = useTexts();
  const { report } = releases;
  const { kind } = release;
  return (
    <>
      {kind === "final" ? null : (
        <Notice kind="warn" title={report.titles[kind]}>
          <p>{kind === "interim" ? report.interimText : report.correctionText}</p>
        </Notice>
      )}
      {isNewer ? (
        <Notice kind="warn" title={t.newer}>
          <p>{t.newerText}</p>
        </Notice>
      ) : null}
    </>
  );
}
