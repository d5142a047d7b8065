import { Form, Link } from "@remix-run/react";
import type { TreePage } from "../../domain/coding/read-tree.server.ts";
import type { TreeCode } from "../../domain/coding/tree.ts";
import { paths } from "../../paths.ts";
import { StateChip } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useTexts } from "../texts.ts";

/** The tree as a table: what each code means, whether its name may be shown, and what can be done with it. */
export function CodeTable({ page, viewerId }: { page: TreePage; viewerId: string }) {
  const t = useTexts().coding.tree;
  return (
    <TableScroll label={t.caption}>
      <table className="data data--records">
        <caption className="visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.state}</th>
            {page.place.open ? <th scope="col">{t.actions}</th> : null}
          </tr>
        </thead>
        <tbody>
          {page.tree.map((code) => (
            <tr key={code.id}>
              <th scope="row" className={code.level === 2 ? "code-tree__child" : undefined}>
                <span className="code-tree__number">{code.number}</span> {code.name}
                {code.description ? <span className="under">{code.description}</span> : null}
                {code.example ? <span className="under">{t.exampleOf(code.example)}</span> : null}
              </th>
              <td data-label={t.state}>
                {code.approved ? (
                  <StateChip tone="done">{t.approved}</StateChip>
                ) : (
                  <StateChip tone="started">{t.waiting(code.namedByName ?? "")}</StateChip>
                )}
              </td>
              {page.place.open ? (
                <td>
                  <CodeActions page={page} code={code} mayApprove={!code.approved && code.namedBy !== viewerId} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function CodeActions({ page, code, mayApprove }: { page: TreePage; code: TreeCode; mayApprove: boolean }) {
  const t = useTexts().coding.tree;
  const { roundId, item } = page.place;
  const siblings = page.tree.filter((one) => one.parentId === code.parentId);
  const of = <span className="visually-hidden">{t.of(code.name)}</span>;
  return (
    <Form method="post" action={paths.codeTree(roundId, item)} className="actions" preventScrollReset>
      <input type="hidden" name="codeId" value={code.id} />
      {mayApprove ? (
        <button type="submit" className="button button--small" name="intent" value="approve">
          {t.approve}
          {of}
        </button>
      ) : null}
      <Link className="button button--small" to={`${paths.codeTree(roundId, item, { code: code.id })}#code`}>
        {t.edit}
        {of}
      </Link>
      {siblings[0] !== code ? (
        <button type="submit" className="button button--small" name="intent" value="up">
          {t.up}
          {of}
        </button>
      ) : null}
      {siblings.at(-1) !== code ? (
        <button type="submit" className="button button--small" name="intent" value="down">
          {t.down}
          {of}
        </button>
      ) : null}
    </Form>
  );
}
