import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Contacts, OwnSection } from "../../components/exchange/own-section.tsx";
import { ProfileCard, ProposalCard } from "../../components/exchange/profile-cards.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { type AskOutcome, askProject } from "../../domain/exchange/ask-project.server.ts";
import { proposalsFor } from "../../domain/exchange/propose.ts";
import { type Exchange, readExchange } from "../../domain/exchange/read-exchange.server.ts";
import { TOPICS, type Topic, topicsIn } from "../../domain/exchange/topics.ts";
import { formatCount } from "../../format.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.exchange.title);

/** What the address says has been done: an entry shown or withdrawn, or what came of asking. */
const DONE = ["gezeigt", "zurueckgezogen", "angefragt", "schon-angefragt", "niemand-da", "weg", "selbst-weg"] as const;
const SAID_OF: Record<AskOutcome, (typeof DONE)[number]> = {
  asked: "angefragt",
  again: "schon-angefragt",
  nobody: "niemand-da",
  gone: "weg",
  "own-gone": "selbst-weg",
};
/** Of those that are no bad news. */
const GOOD: readonly string[] = ["gezeigt", "zurueckgezogen", "angefragt"];

const schema = z.strictObject({ from: z.uuid(), to: z.uuid() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "exchange.read");
    const asked = new URL(request.url).searchParams;
    const exchange = await readExchange(context.db, viewer, asked.get("projekt"), new Date());
    const [topic] = topicsIn(asked.getAll("thema"));
    const done = DONE.find((one) => one === asked.get("fertig")) ?? null;
    return { ...exchange, topic: topic ?? null, done };
  });
}

/** Asks another project for an exchange; the page then says what came of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "exchange.edit");
    const { from, to } = await parseForm(request, schema);
    const { db, jobs } = context;
    const outcome = await askProject({ db, jobs }, viewer, { fromProject: from, toProject: to, now: new Date() });
    return redirect(paths.exchange({ projekt: from, fertig: SAID_OF[outcome] }));
  });
}

export default function ExchangePage() {
  const t = useTexts().exchange;
  const { done, ...exchange } = useLoaderData<typeof loader>();
  const { own, isOutside, profiles, contacts, asked, count } = exchange;
  const profile = profiles.find(({ projectId }) => projectId === own?.projectId);
  const from = own?.mayEdit ? own.projectId : null;
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.subtitle} />
      {done ? (
        <Notice kind={GOOD.includes(done) ? "good" : "warn"} live="status">
          <p>{t.done[done]}</p>
        </Notice>
      ) : null}
      <ProjectChooser {...exchange} />
      {own ? <OwnSection own={own} profile={profile} count={count} /> : null}
      <Contacts contacts={contacts} mayEdit={own?.mayEdit ?? false} />
      {profile ? <Proposals own={profile} profiles={profiles} from={from} asked={asked} /> : null}
      {isOutside ? <EmptyState title={t.outside.title} text={t.outside.text} /> : null}
      {profiles.length > 0 || !(own || isOutside) ? <All {...exchange} from={from} /> : null}
      <section className="who-sees">
        <h2>{t.whoSees.title}</h2>
        <ul>
          {t.whoSees.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Somebody with several projects reads in the name of one of them. */
function ProjectChooser({ own, projects }: Pick<Exchange, "own" | "projects">) {
  const t = useTexts().exchange;
  if (projects.length < 2) return null;
  return (
    <Form method="get" className="filter-bar">
      <FormField label={t.project} name="projekt" control="select" select={{ defaultValue: own?.projectId }}>
        {projects.map(({ projectId, name }) => (
          <option key={projectId} value={projectId}>
            {name}
          </option>
        ))}
      </FormField>
      <button type="submit" className="button">
        {t.show}
      </button>
    </Form>
  );
}

type ProposalsProps = Pick<Exchange, "profiles" | "asked"> & { own: Exchange["profiles"][number]; from: string | null };

function Proposals({ own, profiles, from, asked }: ProposalsProps) {
  const { proposals: t, ask } = useTexts().exchange;
  const locale = useLocale();
  const proposals = proposalsFor(own, profiles);
  return (
    <section className="stack--close" aria-labelledby="exchange-proposals">
      <h2 id="exchange-proposals">{t.title}</h2>
      <p className="sentence sentence--small">
        {proposals.length === 0 ? t.none : t.count(proposals.length, formatCount(proposals.length, locale))}
      </p>
      {proposals.length > 0 ? <p className="quiet">{t.rule}</p> : null}
      {from && proposals.length > 0 ? <p className="quiet">{ask.hint}</p> : null}
      <ul className="plain-list sheets">
        {proposals.map((proposal) => (
          <ProposalCard key={proposal.profile.projectId} proposal={proposal} from={from} asked={asked} />
        ))}
      </ul>
    </section>
  );
}

type AllProps = Pick<Exchange, "own" | "profiles" | "asked"> & { topic: Topic | null; from: string | null };

function All({ own, profiles, asked, topic, from }: AllProps) {
  const t = useTexts().exchange;
  const locale = useLocale();
  const shown = profiles.filter(
    ({ seeks, offers }) => topic === null || seeks.includes(topic) || offers.includes(topic),
  );
  if (profiles.length === 0) return <EmptyState title={t.all.empty} />;
  return (
    <section className="stack--close" aria-labelledby="exchange-all">
      <h2 id="exchange-all">{t.all.title}</h2>
      <Form method="get" className="filter-bar" preventScrollReset>
        {own ? <input type="hidden" name="projekt" value={own.projectId} /> : null}
        <FormField
          key={topic ?? ""}
          label={t.all.topic}
          name="thema"
          control="select"
          select={{ defaultValue: topic ?? "" }}
        >
          <option value="">{t.all.anyTopic}</option>
          {TOPICS.map((one) => (
            <option key={one} value={one}>
              {t.topics[one]}
            </option>
          ))}
        </FormField>
        <button type="submit" className="button">
          {t.show}
        </button>
      </Form>
      <p className="table-note" role="status">
        {shown.length === 0 ? t.all.none : t.all.count(shown.length, formatCount(shown.length, locale))}
      </p>
      <ul className="plain-list sheets">
        {shown.map((profile) => (
          <ProfileCard
            key={profile.projectId}
            profile={profile}
            isOwn={profile.projectId === own?.projectId}
            from={profiles.some(({ projectId }) => projectId === from) ? from : null}
            asked={asked}
          />
        ))}
      </ul>
    </section>
  );
}
