import type { LoaderFunctionArgs } from "@remix-run/node";
import { ChartPlaceContext } from "../../components/charts/chart-place.ts";
import { titled } from "../../components/layout/titled.ts";
import { BreakdownChooser } from "../../components/releases/breakdown-chooser.tsx";
import { InstrumentList } from "../../components/releases/instrument-list.tsx";
import { PrintBar } from "../../components/releases/print-bar.tsx";
import { PrintCover, PrintMethod } from "../../components/releases/print-cover.tsx";
import { figureId, ReportFigure } from "../../components/releases/report-figure.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { exactnessInWords, methodInWords, ruleInWords, uncertaintyInWords } from "../../domain/report/in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { type PrintedReport, readPrintedReport } from "../../domain/report/read-report.server.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "page", drawnOnce: true };

/** The browser offers it as the name of the PDF. */
export const meta = titled<PrintedReport>((t, data, locale) =>
  data ? `${textIn(data.release.title, locale)} ${data.release.wave}` : t.downloads.print.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "release.read");
    const breakdown = new URL(request.url).searchParams.get("nach");
    return pack(await readPrintedReport(context.report, params.releaseId ?? "", breakdown));
  });
}

/** A4 without its margins, in px: charts are drawn as wide as they are printed. */
const PAPER = { width: 670 };
const APPENDIX = "anhang";

export default function PrintPage() {
  const report = usePacked<typeof loader>();
  const { release, breakdowns, chosen, blocks, instrument } = report;
  const texts = useTexts();
  const locale = useLocale();
  const t = texts.downloads.print;
  return (
    <article className="print-report">
      <PrintBar releaseId={release.releaseId} breakdown={chosen?.code} />
      <div className="no-print">
        <BreakdownChooser release={release} breakdowns={breakdowns} chosen={chosen} />
      </div>
      <PrintCover {...report} />
      <PrintMethod
        rule={[
          ruleInWords(release, texts, locale),
          exactnessInWords(release, texts, locale),
          uncertaintyInWords(release, breakdowns.length > 0, texts),
        ]}
        method={methodInWords(release.method, texts, locale)}
      />
      <Contents {...report} />
      <section className="print-section" aria-labelledby="ergebnisse">
        <h2 id="ergebnisse">{t.results}</h2>
        <ChartPlaceContext.Provider value={PAPER}>
          {blocks.map((block, index) => (
            <ReportFigure
              key={block.question}
              id={figureId(index)}
              block={block}
              breakdown={chosen}
              rule={release.rule}
              headingLevel={3}
              printed
            />
          ))}
        </ChartPlaceContext.Provider>
      </section>
      <section className="print-section" aria-labelledby={APPENDIX}>
        <h2 id={APPENDIX}>{t.appendix}</h2>
        <p>{t.appendixLead}</p>
        <InstrumentList instrument={instrument} />
      </section>
    </article>
  );
}

function Contents({ blocks }: Pick<PrintedReport, "blocks">) {
  const t = useTexts().downloads.print;
  const read = useReader();
  return (
    <nav className="print-section print-contents" aria-labelledby="inhalt">
      <h2 id="inhalt">{t.contents}</h2>
      <ol>
        {blocks.map((block, index) => (
          <li key={block.question}>
            <a href={`#${figureId(index)}`}>{read(block.title)}</a>
          </li>
        ))}
      </ol>
      <p>
        <a href={`#${APPENDIX}`}>{t.appendix}</a>
      </p>
    </nav>
  );
}
