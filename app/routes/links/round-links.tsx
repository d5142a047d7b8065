import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AddPeople, type CheckedPeople, type ListFault } from "../../components/links/add-people.tsx";
import { NewLink, OpenLinks } from "../../components/links/open-links.tsx";
import { PeopleByLink } from "../../components/links/people-by-link.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { LABEL_SIGNS, LISTED, MOST_PEOPLE, MOST_USES } from "../../domain/links/limits.ts";
import { barOf, makeOpenLink, revokeOpenLink } from "../../domain/links/open-links.server.ts";
import {
  addPeople,
  canBeAdded,
  checkPeople,
  forgetPerson,
  readRoundLinks,
  removePerson,
} from "../../domain/links/people.server.ts";
import { openLinkToken } from "../../domain/links/tokens.server.ts";
import { type Fault, Problem } from "../../domain/problem.ts";
import { formatCount } from "../../format.ts";
import type { App } from "../../http/context.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { peopleFields, readPeopleList } from "../../http/people-list.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.links.page.title);

const schema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("make"), label: z.string().max(1000), limit: z.string().max(100) }),
  z.strictObject({ intent: z.literal("revoke"), linkId: z.uuid() }),
  z.strictObject({ intent: z.literal("check"), ...peopleFields }),
  z.strictObject({ intent: z.literal("keep"), people: peopleFields.people }),
  z.strictObject({ intent: z.literal("remove"), invitationId: z.uuid() }),
  z.strictObject({ intent: z.literal("forget"), invitationId: z.uuid() }),
]);
type Sent<Intent> = Extract<z.infer<typeof schema>, { intent: Intent }>;

/** What a refused form shows again. */
type Refused = {
  link?: { typed: { label: string; limit: string }; errors: { label?: boolean; limit?: boolean } };
  list?: { typed: string; fault?: ListFault; faults?: Fault[]; checked?: CheckedPeople };
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.edit");
    const query = new URL(request.url).searchParams;
    const search = (query.get("suche") ?? "").slice(0, 200).replaceAll("\0", "");
    const { openLinks, round, ...read } = await readRoundLinks(context.db, idOf(params.roundId), search);
    const shownLinks = openLinks.map((link) => ({
      linkId: link.link_id,
      label: link.label,
      address: `${context.env.origin}${paths.openLink(openLinkToken(context.env.secret ?? "", link.link_id))}`,
      uses: link.uses,
      limit: link.uses_limit,
      bar: barOf(link),
    }));
    const { round_id: roundId, title, wave, state, privacy } = round;
    const added = Number(query.get("aufgenommen") ?? 0) || 0;
    const asked = { revoking: query.get("zurueckziehen"), forgetting: query.get("loeschen") };
    return { ...read, round: { roundId, title, wave, state, privacy }, links: shownLinks, search, added, ...asked };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "round.edit");
    const roundId = idOf(params.roundId);
    const form = await parseForm(request, schema);
    const acting = { roundId, actorId, now: new Date() };
    if (form.intent === "make") return make(context, acting, form);
    if (form.intent === "check") return check(context, roundId, form);
    if (form.intent === "keep") return keep(context, acting, form.people);
    if (form.intent === "revoke") await revokeOpenLink(context.db, { ...acting, linkId: form.linkId });
    else if (form.intent === "forget") await forgetPerson(context.db, { ...acting, invitationId: form.invitationId });
    else await removePerson(context.db, { ...acting, invitationId: form.invitationId });
    return redirect(paths.roundLinks(roundId));
  });
}

const workbench = ({ db, jobs, env }: App) => ({ db, jobs, secret: env.secret ?? "" });

async function make(context: App, acting: { roundId: string; actorId: string }, typed: Sent<"make">) {
  const label = typed.label.replaceAll(/\p{Cc}+/gu, " ").trim();
  const limit = /^\s*\d{1,6}\s*$/.test(typed.limit) ? Number(typed.limit) : 0;
  const errors = { label: label.length > LABEL_SIGNS, limit: limit < 1 || limit > MOST_USES };
  if (errors.label || errors.limit) {
    return data<Refused>({ link: { typed: { label: typed.label, limit: typed.limit }, errors } }, { status: 422 });
  }
  await makeOpenLink(context.db, { ...workbench(context), ...acting, label, limit });
  return redirect(paths.roundLinks(acting.roundId));
}

async function check(context: App, roundId: string, sent: Sent<"check">) {
  const { text, fault } = await readPeopleList(sent);
  if (fault) return data<Refused>({ list: { typed: text, fault } }, { status: 422 });
  const rows = await checkPeople(context.db, roundId, text);
  if (rows.length > MOST_PEOPLE) return data<Refused>({ list: { typed: text, fault: "many" } }, { status: 422 });
  const isFaulty = rows.some((row) => row.state === "faulty");
  const checked = { text, rows, ready: canBeAdded(rows) };
  return data<Refused>({ list: { typed: text, checked } }, { status: isFaulty ? 422 : 200 });
}

async function keep(context: App, acting: { roundId: string; actorId: string; now: Date }, text: string) {
  try {
    const added = await addPeople(workbench(context), { ...acting, text });
    return redirect(`${paths.roundLinks(acting.roundId)}?aufgenommen=${added}`);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-round") throw error;
    return data<Refused>({ list: { typed: text, faults: error.faults } }, { status: 422 });
  }
}

export default function RoundLinks() {
  const t = useTexts().links.page;
  const read = useReader();
  const shown = useLoaderData<typeof loader>();
  const { round } = shown;
  const name = `${read(round.title)} ${round.wave}`;
  return (
    <div className="stack">
      <PageHead title={t.title} trail={[{ to: paths.round(round.roundId), label: name }]} trailLabel={t.title} />
      {shown.byLink ? <Links /> : <EmptyState title={t.notByLink} text={t.notByLinkText} />}
    </div>
  );
}

function Links() {
  const t = useTexts().links.page;
  const locale = useLocale();
  const { round, links, people, count, started, search, added, ...asked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | undefined;
  const isDraft = round.state === "draft";
  const takes = isDraft || round.state === "open";
  const anonymous = round.privacy === "anonymous";
  return (
    <>
      {isDraft ? <Notice>{t.draft}</Notice> : takes ? null : <Notice kind="warn" title={t.over} />}
      {added > 0 && !refused ? (
        <Notice
          kind="good"
          live="status"
          title={added === 1 ? t.people.addedOne : t.people.added(formatCount(added, locale))}
        />
      ) : null}
      <section className="stack--close">
        <h2>{t.open.title}</h2>
        <p className="prose">{t.open.intro}</p>
        <OpenLinks roundId={round.roundId} links={links} revoking={asked.revoking} anonymous={anonymous} />
        {started > 0 ? <p className="quiet">{t.people.started(formatCount(started, locale))}</p> : null}
        {takes ? (
          <div className="card stack--close">
            <h3>{t.open.new}</h3>
            <NewLink
              most={MOST_USES}
              errors={refused?.link?.errors ?? {}}
              typed={refused?.link?.typed ?? { label: "", limit: "" }}
            />
          </div>
        ) : null}
      </section>
      <section className="stack--close">
        <h2>{t.people.title}</h2>
        <p className="prose">{isDraft ? t.people.intro : t.people.introOpen}</p>
        <PeopleByLink
          roundId={round.roundId}
          forgetting={asked.forgetting}
          people={people}
          count={count}
          listed={LISTED}
          search={search}
          draft={isDraft}
          anonymous={anonymous}
        />
        {takes ? (
          <div className="card stack--close">
            <h3>{t.people.add}</h3>
            <AddPeople
              typed={refused?.list?.typed ?? ""}
              fault={refused?.list?.fault}
              faults={refused?.list?.faults}
              checked={refused?.list?.checked}
              most={MOST_PEOPLE}
            />
          </div>
        ) : null}
      </section>
    </>
  );
}
