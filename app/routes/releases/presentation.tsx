import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useParticipation } from "../../components/releases/participation.ts";
import { Presentation } from "../../components/releases/presentation.tsx";
import { Facts } from "../../components/releases/report-head.tsx";
import { slidesOfQuestions } from "../../components/slides/question-slides.ts";
import { SlideContent } from "../../components/slides/slide-content.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { usePacked } from "../../components/use-packed.ts";
import { type PresentationReport, readPresentation } from "../../domain/presentation/read-presentation.server.ts";
import { slidesOfViews } from "../../domain/presentation/view-slides.ts";
import { headInWords, sourceInWords } from "../../domain/report/head-in-words.ts";
import { pack } from "../../domain/report/packed.ts";
import { textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { bare: true, drawnOnce: true };
export const meta = titled<PresentationReport>((t, data, locale) =>
  data ? t.presentation.title(`${textIn(data.release.title, locale)} ${data.release.wave}`) : t.releases.list.title,
);

/** The totals of a release and what its views say, all slides at once: turning the page asks for nothing more. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "release.read");
    return pack(await readPresentation(context.db, context.report, params.releaseId ?? ""));
  });
}

export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname ? false : defaultShouldRevalidate;
}

export default function PresentationPage() {
  const report = usePacked<typeof loader>();
  const { release } = report;
  const [search] = useSearchParams();
  const texts = useTexts();
  const locale = useLocale();
  const read = useReader();
  const head = headInWords(release, { participation: useParticipation(release), isBrokenDown: false }, texts, locale);
  const slides = useMemo(
    () => [...slidesOfViews(report, texts, locale), ...slidesOfQuestions(report.blocks)],
    [report, texts, locale],
  );
  const asked = Number(/^\d{1,4}$/.exec(search.get("folie") ?? "")?.[0] ?? 1);
  // The title is the first slide.
  const number = Math.min(Math.max(asked, 1), slides.length + 1);
  const slide = slides[number - 2];
  const title = `${read(release.title)} ${release.wave}`;
  return (
    <Presentation
      releaseId={release.releaseId}
      title={title}
      source={sourceInWords(release, texts, locale).line}
      number={number}
      count={slides.length + 1}
    >
      {slide ? (
        <SlideContent key={number} slide={slide} release={release} />
      ) : slides.length === 0 ? (
        <EmptyState title={texts.releases.report.emptyTitle} />
      ) : (
        <div className="show__title">
          <h2>{title}</h2>
          <p>
            <Facts head={head} fictional={release.fictional} />
          </p>
          <p>{head.rule}</p>
        </div>
      )}
    </Presentation>
  );
}
