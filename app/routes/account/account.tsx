import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AddressSection } from "../../components/account/address-section.tsx";
import { DataSection } from "../../components/account/data-section.tsx";
import { PartsSection } from "../../components/account/parts-section.tsx";
import { ProfileSection } from "../../components/account/profile-section.tsx";
import { SessionsSection } from "../../components/account/sessions-section.tsx";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useTexts } from "../../components/texts.ts";
import { changeAccount, readName } from "../../domain/account/change-account.server.ts";
import { askAddressChange, dropAddressChange } from "../../domain/account/change-address.server.ts";
import { endOtherSessions, endOwnSession } from "../../domain/account/end-sessions.server.ts";
import { readAccount } from "../../domain/account/read-account.server.ts";
import { readAddress } from "../../domain/sign-in/address.ts";
import type { Viewer } from "../../domain/viewer.ts";
import type { App } from "../../http/context.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireViewer } from "../../http/guard.server.ts";
import { chooseLocale } from "../../http/locale.server.ts";
import { answering, later, secondsToWait } from "../../http/respond.server.ts";
import { IDLE_HOURS, LIFETIME_DAYS, readSessionHash } from "../../http/session.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

const locale = z.enum(["de", "en"]);
const schema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("profile"), name: z.string().max(2000), locale }),
  z.strictObject({ intent: z.literal("address"), address: z.string().max(1000) }),
  z.strictObject({ intent: z.literal("drop-address") }),
  z.strictObject({ intent: z.literal("end-session"), sessionId: z.uuid() }),
  z.strictObject({ intent: z.literal("end-others") }),
]);
type Posted<I extends string> = Extract<z.infer<typeof schema>, { intent: I }>;

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.account.title);

/** Passes `Retry-After` on. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireViewer(request, context);
    const currentHash = await readSessionHash(request, context);
    const lifetime = { idleHours: IDLE_HOURS, lifetimeDays: LIFETIME_DAYS };
    const done = new URL(request.url).searchParams.get("fertig") ?? "";
    return { ...(await readAccount(context.db, viewer, { currentHash, ...lifetime })), done };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const viewer = await requireViewer(request, context);
    const form = await parseForm(request, schema);
    if (form.intent === "profile") return changeProfile(context, viewer, form);
    if (form.intent === "address") return askAddress(context, viewer, form);
    if (form.intent === "drop-address") {
      await dropAddressChange(context.db, viewer);
      return redirect(paths.account("verworfen"));
    }
    if (form.intent === "end-session") {
      await endOwnSession(context.db, viewer, form.sessionId);
      return redirect(paths.account("sitzung"));
    }
    await endOtherSessions(context.db, viewer, await readSessionHash(request, context));
    return redirect(paths.account("sitzungen"));
  });
}

async function changeProfile(context: App, viewer: Viewer, form: Posted<"profile">) {
  const name = readName(form.name);
  if (!name) return data({ form: "profile" as const, typed: form, error: "name" as const }, 422);
  await changeAccount(context.db, viewer, { name, locale: form.locale });
  return redirect(paths.account("profil"), { headers: { "Set-Cookie": await chooseLocale(form.locale) } });
}

async function askAddress(context: App & { clientKey: string }, viewer: Viewer, { address: typed }: Posted<"address">) {
  const refuse = (error: "missing" | "invalid" | "same") =>
    data({ form: "address" as const, typed, error, wait: 0 }, 422);
  const address = readAddress(typed);
  if (!address) return refuse(typed.trim() ? "invalid" : "missing");
  const { env, db, jobs, clientKey: network } = context;
  try {
    const asked = await askAddressChange({ db, jobs, secret: env.secret ?? "" }, viewer, { address, network });
    return asked ? redirect(paths.account("adresse")) : refuse("same");
  } catch (problem) {
    const wait = secondsToWait(problem);
    return data({ form: "address" as const, typed, error: undefined, wait }, later(wait));
  }
}

export default function Account() {
  const t = useTexts().account;
  const { done, ...account } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const said = refused ? undefined : t.done[done];
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.subtitle} />
      {said ? (
        <Notice kind="good" live="status">
          <p>{said}</p>
        </Notice>
      ) : null}
      <ProfileSection
        name={account.name}
        locale={account.locale}
        refused={refused?.form === "profile" ? refused : undefined}
      />
      <AddressSection
        address={account.address}
        bounced={account.bounced}
        newAddress={account.newAddress}
        refused={refused?.form === "address" ? refused : undefined}
      />
      <PartsSection parts={account.parts} />
      <SessionsSection sessions={account.sessions} />
      <DataSection />
    </div>
  );
}
