import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
import { NotesContext } from "../../components/discussion/notes-context.ts";
import { InterfacesCard } from "../../components/interfaces/interfaces-card.tsx";
import { PracticeCard } from "../../components/interfaces/practice-card.tsx";
import { ProfileByGroup } from "../../components/interfaces/profile-by-group.tsx";
import { ProfileCard } from "../../components/interfaces/profile-card.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { titled } from "../../components/layout/titled.ts";
import { BreakdownChooser } from "../../components/releases/breakdown-chooser.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { ReleaseHead } from "../../components/releases/release-head.tsx";
import { ReportFigure } from "../../components/releases/report-figure.tsx";
import { Facts, RuleSentence } from "../../components/releases/report-head.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { readOpenNotes } from "../../domain/discussion/open-notes.server.ts";
import { comparisonInWords, countedInWords, profileInWords, weakestInWords } from "../../domain/interfaces/in-words.ts";
import { profileOf } from "../../domain/interfaces/profile.ts";
import { type Interface, rankInterfaces, weakestInterfaces } from "../../domain/interfaces/rank-interfaces.ts";
import { type InterfacesReport, readInterfaces } from "../../domain/interfaces/read-interfaces.server.ts";
import type { ReleaseBlock } from "../../domain/report/blocks.ts";
import { headInWords, sourceInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { readViews } from "../../domain/report/views.server.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled<InterfacesReport>((t, data, locale) =>
  data ? `${t.interfaces.title} – ${textIn(data.release.title, locale)} ${data.release.wave}` : t.interfaces.title,
);

export const handle: Handle = { drawnOnce: true };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    const { searchParams } = new URL(request.url);
    const read = await readInterfaces(context.db, context.report, params.releaseId ?? "", searchParams.get("nach"));
    const { releaseId } = read.release;
    const [views, notes] = await Promise.all([
      readViews(context.db, context.report, releaseId),
      readOpenNotes(context.db, viewer, releaseId),
    ]);
    const mayDecide = maySomewhere(viewer, "measure.edit");
    return pack({ ...read, views, notes, field: searchParams.get("bereich"), mayDecide });
  });
}

export default function InterfacesPage() {
  const { views, notes, field, mayDecide, ...report } = usePacked<typeof loader>();
  const { release, newer, breakdowns, chosen, contact, hardest, obstacles, wanted, practice, before } = report;
  const texts = useTexts();
  const locale = useLocale();
  const read = useReader();
  const given = { participation: useParticipation(release), isBrokenDown: breakdowns.length > 0 };
  const head = headInWords(release, given, texts, locale);
  const ranked = rankInterfaces(report, chosen?.groups);
  const shown = ranked.find((one) => one.field === field) ?? ranked[0];
  const [weakest] = weakestInterfaces(ranked, 1);
  const lines = shown ? profileOf(shown.field, ranked, report, before) : [];
  const figures = [hardest, wanted].flatMap((block) => block ?? []);
  const figure = (block: ReleaseBlock) => (
    <ReportFigure
      key={block.question}
      id={`punkt-${block.question.replaceAll("/", "-")}`}
      block={block}
      breakdown={chosen}
      rule={release.rule}
      releaseId={release.releaseId}
    />
  );
  return (
    <NotesContext.Provider value={notes}>
      <ReleaseHead
        title={texts.interfaces.title}
        subtitle={<Facts head={head} fictional={release.fictional} />}
        {...{ release, newer, views }}
        breakdown={chosen?.code}
      />
      <RuleSentence head={head} />
      <div className="stack">
        <ChartPlaceContext.Provider value={{ source: sourceInWords(release, texts, locale) }}>
          {shown ? (
            <>
              <InterfacesCard
                releaseId={release.releaseId}
                ranked={ranked}
                respondents={release.respondents}
                sentence={weakest && weakestInWords(weakest, report, texts, locale)}
                counted={countedInWords(
                  report,
                  ranked.map((one) => one.field),
                  texts,
                  locale,
                )}
                hidden={contact.hidden.map(read)}
                mayDecide={mayDecide}
              />
              <BreakdownChooser release={release} breakdowns={breakdowns} chosen={chosen}>
                <FieldChoice ranked={ranked} shown={shown} />
              </BreakdownChooser>
              <ProfileCard
                report={report}
                field={shown}
                lines={lines}
                sentence={profileInWords(lines, texts, locale)}
                compared={comparisonInWords(lines, report, texts, locale)}
              />
              {chosen ? <ProfileByGroup field={shown} breakdown={chosen} respondents={release.respondents} /> : null}
            </>
          ) : (
            <EmptyState title={texts.releases.report.hiddenAll} />
          )}
          {obstacles ? (
            <div>
              <p className="table-note">
                {texts.interfaces.obstacles.note} <Link to={paths.rule()}>{texts.interfaces.obstacles.ruleLink}</Link>
              </p>
              {figure(obstacles)}
            </div>
          ) : null}
          {figures.map(figure)}
        </ChartPlaceContext.Provider>
        <PracticeCard blocks={practice} />
      </div>
    </NotesContext.Provider>
  );
}

function FieldChoice({ ranked, shown }: { ranked: Interface[]; shown: Interface }) {
  const t = useTexts().interfaces.chooser;
  const read = useReader();
  return (
    <FormField key={shown.field} label={t.field} name="bereich" control="select" select={{ defaultValue: shown.field }}>
      {ranked.map(({ field, label }) => (
        <option key={field} value={field}>
          {read(label)}
        </option>
      ))}
    </FormField>
  );
}
