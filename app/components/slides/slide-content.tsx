import type { ViewSlide } from "../../domain/presentation/view-slides.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatCount } from "../../format.ts";
import { HeatMap } from "../charts/heat-map.tsx";
import { basesOf, heatOf } from "../interfaces/heat-of-interfaces.ts";
import { ProfileFigure, useProfileNames } from "../interfaces/profile-figure.tsx";
import { NeedsFigure } from "../needs/needs-figure.tsx";
import { NetworkMap } from "../network/network-map.tsx";
import { ReportFigure } from "../releases/report-figure.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { TrendFigure } from "../trends/trend-figure.tsx";
import type { QuestionSlide } from "./question-slides.ts";

type SlideContentProps = { slide: ViewSlide | QuestionSlide; release: ReleaseSummary };
type Of<Kind extends ViewSlide["kind"]> = Extract<ViewSlide, { kind: Kind }>;

/** So high that statement, chart and source stand on one screen. */
const HEIGHT = { wide: 270, narrow: 340 };
/** The statement is about the need that is most pressing of all. */
const NAMED = 1;
/** So many have room beside the chart. */
const LISTED = 10;

/** The statement of a slide, its chart, and on how many answers it rests. */
export function SlideContent({ slide, release }: SlideContentProps) {
  const t = useTexts().needs;
  switch (slide.kind) {
    case "needs":
      return (
        <section className="card figure" aria-labelledby="needs-all">
          <NeedsFigure
            title={t.all.title[release.respondents]}
            needs={slide.needs}
            named={NAMED}
            listed={LISTED}
            height={HEIGHT}
          />
        </section>
      );
    case "interfaces":
      return <InterfacesSlide {...slide} respondents={release.respondents} />;
    case "profile":
      return <ProfileSlide {...slide} />;
    case "network":
      return <NetworkSlide {...slide} />;
    case "trend":
      return <TrendFigure id="verlauf" block={slide.block} waves={slide.waves} releaseId={release.releaseId} />;
    case "question":
      return <ReportFigure id={`frage-${slide.place + 1}`} block={slide.block} breakdown={null} rule={release.rule} />;
  }
}

type Respondents = Pick<ReleaseSummary, "respondents">;

/** All fields at a glance: without counts, which nobody reads from afar. */
function InterfacesSlide({ ranked, sentence, respondents }: Of<"interfaces"> & Respondents) {
  const t = useTexts().interfaces;
  const locale = useLocale();
  const read = useReader();
  const rows = ranked.map((one) => ({ ...one, name: read(one.label) }));
  const heat = heatOf(rows, t.all.bareKey[respondents], t, locale, true);
  return (
    <section className="card figure" aria-labelledby="interfaces-all">
      <h2 className="figure__title" id="interfaces-all">
        {t.all.title}
      </h2>
      <p className="figure__base">{basesOf(ranked, t, locale)}</p>
      <p className="sentence sentence--small figure__sentence">{sentence ?? t.all.none}</p>
      <HeatMap
        heat={heat}
        caption={t.all.caption}
        corner={t.all.corner}
        withheldCell={t.all.withheld}
        emptyCell={t.all.withheld}
        picture={{ title: t.all.title, locale, note: heat.key }}
      />
    </section>
  );
}

function ProfileSlide({ field, lines, sentence, wave }: Of<"profile">) {
  const t = useTexts().interfaces;
  const locale = useLocale();
  const names = useProfileNames(field, lines, wave);
  return (
    <section className="card figure" aria-labelledby="interfaces-profile">
      <ProfileFigure {...{ field, lines, sentence, names }} height={HEIGHT} />
      <p className="figure__base">{basesOf([field], t, locale)}</p>
    </section>
  );
}

function NetworkSlide({ picture, attribute, waves }: Of<"network">) {
  const t = useTexts().network;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const { contacts } = picture.graph;
  const both = contacts.filter(({ forth, back }) => forth && back).length;
  const said = contacts.length > 0 ? t.sentenceContacts(count(contacts.length), count(both)) : t.sentenceApart;
  return (
    <NetworkMap
      title={t.map.title}
      sentence={`${t.sentence(count(picture.nodes.length))} ${said}`}
      note={null}
      {...{ picture, attribute, waves }}
    />
  );
}
