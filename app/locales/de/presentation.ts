export const presentation = {
  open: "Vorführen",
  title: (report: string) => `${report} vorführen`,
  label: "Folien",
  position: (number: string, count: string) => `Folie ${number} von ${count}`,
  before: "Zurück",
  after: "Weiter",
  screen: "Vollbild",
  leave: "Beenden",
  help: "Pfeiltasten oder Bild auf und ab: blättern. Pos1 und Ende: erste und letzte Folie. F: Vollbild. Esc: beenden.",
};
