let place: HTMLElement | undefined;

/** Says something to those who listen, without a word on the screen and without taking the focus anywhere. */
export function announce(text: string): void {
  if (!place?.isConnected) {
    place = document.createElement("div");
    place.className = "visually-hidden";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  const here = place;
  here.textContent = "";
  // The same words twice are news only if the place was empty in between.
  setTimeout(() => {
    here.textContent = text;
  }, 50);
}
