import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { fieldErrors } from "../../components/members/fault-text.ts";
import { ImportTable } from "../../components/members/import-table.tsx";
import { SectionNav } from "../../components/members/section-nav.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { beginImport, readImports } from "../../domain/members/import/preview.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { refusalOf } from "../../http/member-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

const schema = z.strictObject({ file: z.instanceof(File) });

export const meta = titled((t) => t.memberImport.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.edit");
    return { imports: await readImports(context.db) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "member.edit");
    const { file } = await parseForm(request, schema);
    // Without a file browsers send an empty one without a name.
    if (file.name === "" && file.size === 0) {
      return data({ faults: [{ code: "file-missing", path: "/file" }] }, { status: 422 });
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const importId = await beginImport(context, { name: file.name, bytes }, { actorId, now: new Date() });
      return redirect(paths.memberImport(importId));
    } catch (error) {
      const { faults, status } = refusalOf(error);
      return data({ faults }, { status });
    }
  });
}

export default function Imports() {
  const texts = useTexts();
  const t = texts.memberImport;
  const locale = useLocale();
  const { imports } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t.title} subtitle={t.subtitle} />
      <SectionNav />
      <div className="columns">
        <section className="card">
          <CheckedForm encType="multipart/form-data" errors={fieldErrors(texts, locale, refused?.faults)}>
            <FormField
              name="file"
              label={t.file}
              hint={t.fileHint}
              input={{ type: "file", accept: ".csv,.txt,.xlsx,text/csv", required: true }}
            />
            <div className="actions">
              <button type="submit" className="button button--primary">
                {t.submit}
              </button>
            </div>
            <p className="who-sees">{t.whoSees}</p>
          </CheckedForm>
        </section>
        <section className="card stack--close">
          <h2>{t.howTitle}</h2>
          <ul className="bullets">
            {t.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="list-files">
            <span>{t.template}</span>
            <a href={paths.memberExport("csv")}>{t.csv}</a>
            <a href={paths.memberExport("xlsx")}>{t.xlsx}</a>
          </p>
        </section>
      </div>
      <section className="stack stack--close">
        <h2>{t.recent}</h2>
        {imports.length > 0 ? <ImportTable imports={imports} /> : <p className="quiet">{t.none}</p>}
      </section>
    </>
  );
}
