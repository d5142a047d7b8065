import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useEffect } from "react";
import { z } from "zod";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { dropAllKept } from "../../components/survey/kept-here.ts";
import { useTexts } from "../../components/texts.ts";
import { parseForm } from "../../http/form.server.ts";
import { leaveAsGuest } from "../../http/guest.server.ts";
import { CLEARS_DEVICE } from "../../http/headers.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.links.leave.title.replace(/\.$/, ""));

/** Forgets the links that this browser has followed. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    await parseForm(request, z.strictObject({}));
    const headers = { "Set-Cookie": await leaveAsGuest(context), ...CLEARS_DEVICE };
    return redirect(paths.guestLeave(), { headers });
  });
}

export default function Left() {
  const t = useTexts().links.leave;
  useEffect(dropAllKept, []);
  return <PageHead title={t.title} subtitle={t.text} />;
}
