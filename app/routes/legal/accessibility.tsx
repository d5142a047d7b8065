import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LegalPage, legalMeta } from "../../components/legal-page.tsx";
import { readLegalText } from "../../domain/legal/legal-text.server.ts";
import { localeOf } from "../../http/locale.server.ts";
import { answering } from "../../http/respond.server.ts";
import { findViewer } from "../../http/session.server.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };

export const meta: MetaFunction<typeof loader> = ({ data }) => legalMeta("accessibility", data);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const locale = await localeOf(request, await findViewer(request, context));
    return readLegalText(context.env.legalDir, "accessibility", locale);
  });
}

export default function Accessibility() {
  return <LegalPage text={useLoaderData<typeof loader>()} />;
}
