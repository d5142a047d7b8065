import type { DeskView } from "../../../domain/rounds/desk/view.ts";

/** What a form that asks for one part of the page has to say of the others, so that they stay as they are. */
export function KeptFields({ view, fields }: { view: DeskView; fields: readonly (keyof typeof READ)[] }) {
  return fields.map((name) => {
    const value = READ[name](view);
    return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
  });
}

const READ = {
  stand: (view: DeskView) => view.state,
  land: (view: DeskView) => view.land,
  sortierung: (view: DeskView) => (view.sort === "name" ? null : view.sort),
  nach: (view: DeskView) => view.by,
};
