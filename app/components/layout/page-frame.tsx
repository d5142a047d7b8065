import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark.tsx";

type NavEntry = { to: string; label: string /** current only on exactly this address */; end?: boolean };

type PageFrameTexts = {
  skipToContent: string;
  brand: string;
  /** names of the two navigations for screen readers */
  navLabel: string;
  footerLabel: string;
};

type PageFrameProps = {
  texts: PageFrameTexts;
  /** where the brand leads */
  home: string;
  nav: NavEntry[];
  /** Impressum, Datenschutz, Barrierefreiheit */
  footer: NavEntry[];
  /** the sentence of the demo's banner; without it there is no banner */
  demoNotice?: string;
  /** what stands beside the brand instead of a navigation, e.g. the questionnaire's name on the fill page */
  headerNote?: ReactNode;
  /** the person's name and the sign-out form */
  account?: ReactNode;
  languageSwitch?: ReactNode;
  /** `page` 1180 px (default) · `narrow` the measure of a form · `wide` the whole window */
  width?: "page" | "narrow" | "wide";
  children: ReactNode;
};

/** The frame of every page: skip link, demo banner, header, content, footer. All texts come from outside. */
export function PageFrame(props: PageFrameProps) {
  const { texts, width = "page" } = props;
  return (
    <div className="page">
      <a className="skip-link" href="#content">
        {texts.skipToContent}
      </a>
      <header>
        {props.demoNotice ? <p className="demo-banner">{props.demoNotice}</p> : null}
        <div className="page-header">
          <Link className="brand" to={props.home}>
            <BrandMark />
            {texts.brand}
          </Link>
          {props.headerNote ? <div className="page-header__note">{props.headerNote}</div> : null}
          {props.nav.length > 0 ? (
            <nav className="page-nav" aria-label={texts.navLabel}>
              <NavList entries={props.nav} />
            </nav>
          ) : null}
          {props.languageSwitch || props.account ? (
            <div className="page-header__aside">
              {props.languageSwitch}
              {props.account}
            </div>
          ) : null}
        </div>
      </header>
      <main className={width === "page" ? "page-main" : `page-main page-main--${width}`} id="content" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="page-footer">
        <nav aria-label={texts.footerLabel}>
          <NavList entries={props.footer} />
        </nav>
      </footer>
    </div>
  );
}

function NavList({ entries }: { entries: NavEntry[] }) {
  return (
    <ul className="plain-list">
      {entries.map((entry) => (
        <li key={entry.to}>
          <NavLink to={entry.to} end={entry.end}>
            {entry.label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
