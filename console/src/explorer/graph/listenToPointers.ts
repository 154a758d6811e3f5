export interface PointerHandlers {
  /** Movement of the view in canvas pixels. */
  onPan: (dx: number, dy: number) => void;
  onZoom: (factor: number, x: number, y: number) => void;
  onHover: (x: number, y: number) => void;
  onLeave: () => void;
  onTap: (x: number, y: number) => void;
}

const tapPixels = 6;

/** Turns wheel, drag and pinch on the canvas into movements. Returns the function that ends it. */
export function listenToPointers(canvas: HTMLCanvasElement, handlers: PointerHandlers): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let moved = 0;
  const at = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [one, two] = [...pointers.values()];
    if (!one || !two) return null;
    return { distance: Math.hypot(one.x - two.x, one.y - two.y), x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 };
  };
  const listeners: { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void } = {
    pointerdown(event) {
      if (event.button !== 0) return;
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, at(event));
      canvas.setPointerCapture(event.pointerId);
    },
    pointermove(event) {
      const before = pointers.get(event.pointerId);
      const now = at(event);
      if (before === undefined) return handlers.onHover(now.x, now.y);
      const pinchBefore = spread();
      pointers.set(event.pointerId, now);
      const pinchNow = spread();
      if (pinchBefore && pinchNow) {
        moved = Infinity;
        if (pinchBefore.distance > 0) handlers.onZoom(pinchNow.distance / pinchBefore.distance, pinchNow.x, pinchNow.y);
        return;
      }
      moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
      if (moved > tapPixels) handlers.onPan(before.x - now.x, before.y - now.y);
    },
    pointerup(event) {
      if (!pointers.delete(event.pointerId)) return;
      const { x, y } = at(event);
      if (moved <= tapPixels && pointers.size === 0) handlers.onTap(x, y);
    },
    pointercancel(event) {
      pointers.delete(event.pointerId);
    },
    pointerleave() {
      handlers.onLeave();
    },
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      return handlers.onPan((event.deltaX || event.deltaY) * lines, 0);
    }
    const { x, y } = at(event);
    handlers.onZoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0015)), x, y);
  };
  const entries = Object.entries(listeners) as [string, (event: Event) => void][];
  for (const [name, listener] of entries) canvas.addEventListener(name, listener);
  canvas.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    for (const [name, listener] of entries) canvas.removeEventListener(name, listener);
    canvas.removeEventListener('wheel', onWheel);
  };
}
