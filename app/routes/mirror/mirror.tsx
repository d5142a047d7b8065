import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { addressOf, sectionAnchor } from "../../components/mirror/address.ts";
import { besideReleased } from "../../components/mirror/compare.ts";
import { type Glance, glanceOf } from "../../components/mirror/glance.ts";
import { GlanceCard } from "../../components/mirror/glance-card.tsx";
import { GroupChooser } from "../../components/mirror/group-chooser.tsx";
import { OutcomesCard } from "../../components/mirror/outcomes-card.tsx";
import { ProtectedContext } from "../../components/mirror/protected.ts";
import { SectionQuestions } from "../../components/mirror/section-questions.tsx";
import { SectionSteps } from "../../components/mirror/section-steps.tsx";
import { SectionsCard } from "../../components/mirror/sections-card.tsx";
import { PrintButton } from "../../components/print-button.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { Facts, RuleSentence } from "../../components/releases/report-head.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { type MirrorPart, partOf } from "../../domain/mirror/part.ts";
import { readMirror } from "../../domain/mirror/read-mirror.server.ts";
import { headInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { ALL_SECTIONS, paths } from "../../paths.ts";

export const meta = titled<MirrorPart>((t, data, locale) => {
  if (!data) return t.mirror.title;
  const { release, sections, view } = data;
  const name = `${t.mirror.title} – ${textIn(release.title, locale)} ${release.wave}`;
  if (view.kind === "start") return name;
  const section = view.kind === "section" ? sections[Number(view.place) - 1] : undefined;
  return `${section ? textIn(section, locale) : t.mirror.sections.all} – ${name}`;
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "invitation.read");
    const { searchParams } = new URL(request.url);
    const [section, breakdown] = [searchParams.get("abschnitt") || null, searchParams.get("nach")];
    const mirror = await readMirror(context.db, context.report, viewer, params.invitationId ?? "", breakdown);
    const part = partOf(mirror, section);
    const glance = part.view.kind === "section" ? null : glanceOf(mirror);
    return pack({ ...part, glance }, "pages", "hidden", "glance");
  });
}

export default function MirrorPage() {
  const mirror = usePacked<typeof loader>();
  const { invitationId, project, release, view } = mirror;
  const texts = useTexts();
  const t = texts.mirror;
  const locale = useLocale();
  const read = useReader();
  const given = {
    participation: useParticipation(release),
    isBrokenDown: view.kind !== "start" && mirror.chosen !== null,
  };
  const head = headInWords(release, given, texts, locale);
  const name = `${read(release.title)} ${release.wave}`;
  const address = addressOf(mirror);
  const trail = [{ to: paths.mirrors(), label: t.trail }];
  return (
    <ProtectedContext.Provider value={release.rule.totals === "protected"}>
      <PageHead
        title={`${t.title}: ${name}`}
        subtitle={
          <>
            {project} · <Facts head={head} fictional={release.fictional} />
          </>
        }
        trail={view.kind === "start" ? trail : [...trail, { to: address.start, label: name }]}
        trailLabel={t.trail}
        actions={
          <>
            {view.kind === "whole" ? (
              <PrintButton>{t.print}</PrintButton>
            ) : (
              <Link className="button" to={address.whole}>
                {t.sections.whole}
              </Link>
            )}
            <Link className="button" to={paths.submitted(invitationId)}>
              {t.submitted}
            </Link>
          </>
        }
      />
      <Stand mirror={mirror} />
      <p className="who-sees">{t.whoSees}</p>
      <div className="stack">
        {mirror.glance ? <Start mirror={mirror} glance={mirror.glance} /> : null}
        <RuleSentence head={head} />
        {view.kind === "start" ? null : <Sections mirror={mirror} />}
      </div>
    </ProtectedContext.Provider>
  );
}

/** What stands out, what was decided, and the way to the sections. */
function Start({ mirror, glance }: { mirror: MirrorPart; glance: Glance }) {
  const { release, outcomes, lastWave } = mirror;
  const address = addressOf(mirror);
  return (
    <>
      <GlanceCard glance={glance} lastWave={lastWave} linkTo={address.item} />
      <OutcomesCard outcomes={outcomes} roundId={release.roundId} />
      <SectionsCard sections={glance.sections} linkTo={address.section} />
    </>
  );
}

/** One section or all of them, question by question. */
function Sections({ mirror }: { mirror: MirrorPart }) {
  const { breakdowns, chosen, view, sections } = mirror;
  const pages = besideReleased(mirror.pages, mirror.blocks, mirror.hidden);
  const asked = view.kind === "section" ? view.place : ALL_SECTIONS;
  const chooser = <GroupChooser breakdowns={breakdowns} chosen={chosen} section={asked} />;
  const [one] = view.kind === "section" ? pages : [];
  if (one) {
    const index = Number(asked) - 1;
    return (
      <>
        <SectionQuestions page={one} index={index} mirror={mirror}>
          {chooser}
        </SectionQuestions>
        <SectionSteps sections={sections} index={index} linkTo={addressOf(mirror).section} />
      </>
    );
  }
  return (
    <>
      {chooser}
      {pages.map((page, index) => (
        <SectionQuestions key={sectionAnchor(index)} page={page} index={index} mirror={mirror} />
      ))}
    </>
  );
}

/** That the figures are preliminary or corrected, and that the own answers are newer than they. */
function Stand({ mirror: { release, isNewer } }: { mirror: MirrorPart }) {
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
