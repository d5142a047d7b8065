import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Form,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { NonceContext } from "./components/layout/nonce.ts";
import { PageFrame } from "./components/layout/page-frame.tsx";
import { titled } from "./components/layout/titled.ts";
import { useLeaveDevice } from "./components/offline/use-leave-device.tsx";
import { ProblemPage } from "./components/problem-page.tsx";
import { useLocale, useTexts } from "./components/texts.ts";
import { maySomewhere } from "./domain/viewer.ts";
import { localeOf } from "./http/locale.server.ts";
import { findViewer } from "./http/session.server.ts";
import { LOCALES } from "./locales/index.ts";
import { paths } from "./paths.ts";
import "./styles/main.css";

/** Seen where the error boundary stands in for a page. */
export const meta = titled((t) => t.problems.unexpected.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  const shell = LOCALES.find((locale) => pathname === paths.offline(locale));
  // The page that devices keep: nobody is known there, and its address says the language.
  if (shell) return { locale: shell, demo: context.env.demo, viewer: undefined };
  const viewer = await findViewer(request, context).catch(() => undefined);
  return {
    locale: await localeOf(request, viewer),
    demo: context.env.demo,
    viewer: viewer && {
      name: viewer.name,
      fills: maySomewhere(viewer, "invitation.read"),
      exchanges: maySomewhere(viewer, "exchange.read"),
      teams: maySomewhere(viewer, "project.read"),
      knowsMembers: maySomewhere(viewer, "member.read"),
      coordinates: maySomewhere(viewer, "round.read"),
      asks: maySomewhere(viewer, "questionnaire.read"),
      writes: maySomewhere(viewer, "mail.edit"),
      codes: maySomewhere(viewer, "responses.code"),
      reads: maySomewhere(viewer, "release.read"),
      plans: maySomewhere(viewer, "measure.read"),
      aims: maySomewhere(viewer, "goal.read"),
    },
  };
}

/**
 * The frame is the same under another search of the same page: another slide, another filter. Asked for again by the page, or
 * after something was sent, it is read anew.
 */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isSent = formMethod !== undefined && formMethod !== "GET";
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isSamePage && !isSent ? false : defaultShouldRevalidate;
}

/**
 * What a route may say about its frame: `export const handle: Handle = …`. `drawnOnce`: the page follows from the data of its
 * loader and from nothing else, so that it is drawn once for everybody who gets the same.
 */
export type Handle = { width?: "page" | "narrow" | "wide"; bare?: boolean; drawnOnce?: boolean };

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const locale = useLocale();
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  return (
    <Frame>
      <ProblemPage />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTexts().layout;
  const data = useRouteLoaderData<typeof loader>("root");
  const handle = useMatches().at(-1)?.handle as Handle | undefined;
  if (handle?.bare) return children;
  const viewer = data?.viewer;
  // Projects seek and offer; the others only look on.
  const exchange = viewer?.exchanges ? [{ to: paths.exchange(), label: t.nav.exchange }] : [];
  const nav = [
    ...(viewer?.fills ? [{ to: paths.invitations(), label: t.nav.invitations }] : []),
    ...(viewer?.fills ? [{ to: paths.mirrors(), label: t.nav.mirror }] : []),
    ...(viewer?.fills ? [{ to: paths.outcomes(), label: t.nav.outcomes }] : []),
    ...(viewer?.fills ? exchange : []),
    ...(viewer?.teams ? [{ to: paths.teams(), label: t.nav.teams }] : []),
    ...(viewer?.coordinates ? [{ to: paths.rounds(), label: t.nav.rounds }] : []),
    ...(viewer?.asks ? [{ to: paths.questionnaires(), label: t.nav.questionnaires }] : []),
    ...(viewer?.knowsMembers ? [{ to: paths.members(), label: t.nav.members }] : []),
    ...(viewer?.writes ? [{ to: paths.messages(), label: t.nav.messages }] : []),
    ...(viewer?.codes ? [{ to: paths.codingRounds(), label: t.nav.coding }] : []),
    ...(viewer?.reads ? [{ to: paths.overview(), label: t.nav.overview }] : []),
    ...(viewer?.reads ? [{ to: paths.releases(), label: t.nav.releases }] : []),
    ...(viewer?.aims ? [{ to: paths.goals(), label: t.nav.goals }] : []),
    ...(viewer?.plans ? [{ to: paths.measures(), label: t.nav.measures }] : []),
    ...(viewer?.fills ? [] : exchange),
  ];
  return (
    <PageFrame
      texts={t}
      home={paths.home()}
      nav={nav}
      footer={[
        { to: paths.imprint(), label: t.legal.imprint },
        { to: paths.privacy(), label: t.legal.privacy },
        { to: paths.accessibility(), label: t.legal.accessibility },
      ]}
      demoNotice={data?.demo ? t.demoNotice : undefined}
      width={handle?.width}
      languageSwitch={<LanguageForm />}
      account={viewer ? <Account name={viewer.name} /> : undefined}
    >
      {children}
    </PageFrame>
  );
}

function LanguageForm() {
  const t = useTexts().layout;
  const other = useLocale() === "de" ? "en" : "de";
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={paths.language()} reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <button type="submit" className="button button--quiet" name="locale" value={other} lang={other}>
        {t.otherLanguage}
      </button>
    </Form>
  );
}

function Account({ name }: { name: string }) {
  const t = useTexts().layout;
  const leaving = useLeaveDevice();
  return (
    <Form method="post" action={paths.signOut()} className="account" reloadDocument onSubmit={leaving.onSubmit}>
      <Link className="button button--quiet" to={paths.account()}>
        <span className="account__name">{name}</span>
        <span className="account__short">{t.account}</span>
      </Link>
      <button type="submit" className="button button--quiet">
        {t.signOut}
      </button>
      {leaving.question}
    </Form>
  );
}
