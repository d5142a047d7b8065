import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { parseForm, safeReturn } from "../http/form.server.ts";
import { chooseLocale } from "../http/locale.server.ts";
import { answering } from "../http/respond.server.ts";

const schema = z.strictObject({ locale: z.enum(["de", "en"]), back: z.string().max(2000) });

export async function action({ request }: ActionFunctionArgs) {
  return answering(async () => {
    const { locale, back } = await parseForm(request, schema);
    return redirect(safeReturn(back), { headers: { "Set-Cookie": await chooseLocale(locale) } });
  });
}

export function loader() {
  return redirect("/");
}
