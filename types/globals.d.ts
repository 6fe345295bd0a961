/** What stands on `window`: Dash, and the libraries that its components bring. */
import type * as Leaflet from "leaflet";

declare global {
  /** Leaflet.markercluster, in the map that leaves the app alone. */
  interface MarkerClusterGroup extends Leaflet.Layer {
    addLayers(layers: Leaflet.Layer[]): void;
    clearLayers(): void;
    zoomToShowLayer(layer: Leaflet.Layer, then: () => void): void;
  }

  interface Window {
    L: typeof Leaflet & { markerClusterGroup(options: object): MarkerClusterGroup };
    territorialMapPage: Leaflet.Map;
    React: { createElement(type: string, properties: object, ...children: unknown[]): unknown };
    dash_clientside: {
      no_update: unknown;
      set_props(id: string, properties: Record<string, unknown>): void;
      territorialMap?: object;
    };
    dashMantineFunctions?: Record<string, unknown>;
    territorialMapReady: Promise<void>;
    /** plotly.js, once a page has fetched it to draw. */
    Plotly?: {
      newPlot(place: HTMLElement, data: object[], layout: object, config: object): Promise<unknown>;
      toImage(figure: object, options: object): Promise<string>;
    };
  }
}
