import { Link } from "@remix-run/react";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useTexts } from "../texts.ts";
import { toggleScreen, useSlideKeys } from "./use-slide-keys.ts";

type PresentationProps = {
  releaseId: string;
  title: string;
  /** where the figures come from */
  source: string;
  /** from 1 */
  number: number;
  count: number;
  children: ReactNode;
};

/** One slide with the ways to the others. Links do all of it without a script; keys and the whole screen come with one. */
export function Presentation({ releaseId, title, source, number, count, children }: PresentationProps) {
  const t = useTexts().presentation;
  const locale = useLocale();
  const slide = useRef<HTMLElement>(null);
  const shown = useRef(number);
  const at = useCallback((place: number) => paths.presentation(releaseId, place), [releaseId]);
  const leave = paths.release(releaseId);
  useSlideKeys({ number, count, at, leave });
  useEffect(() => {
    // Whoever listens instead of looking is led to the new slide; the first one begins at the top as every page does.
    if (shown.current !== number) slide.current?.focus({ preventScroll: true });
    shown.current = number;
  }, [number]);
  return (
    <div className="show">
      <header className="show__head">
        <h1>{title}</h1>
        <p>{t.position(formatCount(number, locale), formatCount(count, locale))}</p>
      </header>
      <main className="show__slide" id="content" ref={slide} tabIndex={-1}>
        {children}
      </main>
      <footer className="show__foot">
        <p>{source}</p>
        <nav className="actions" aria-label={t.label}>
          <Turn to={number > 1 ? at(number - 1) : null}>{t.before}</Turn>
          <Turn to={number < count ? at(number + 1) : null} primary>
            {t.after}
          </Turn>
          <ScreenButton>{t.screen}</ScreenButton>
          <Link className="button button--quiet" to={leave}>
            {t.leave}
          </Link>
        </nav>
        <p className="show__help">{t.help}</p>
      </footer>
    </div>
  );
}

/** To a neighbour; where there is none its place stays, so that the others do not move. */
function Turn({ to, primary, children }: { to: string | null; primary?: boolean; children: string }) {
  const className = primary ? "button button--primary" : "button";
  if (!to) return <span className={`${className} show__none`}>{children}</span>;
  return (
    <Link className={className} to={to} replace>
      {children}
    </Link>
  );
}

/** Without a script it is not there. */
function ScreenButton({ children }: { children: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(document.fullscreenEnabled), []);
  if (!ready) return null;
  return (
    <button type="button" className="button" onClick={toggleScreen}>
      {children}
    </button>
  );
}
