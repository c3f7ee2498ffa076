/** What the app answered to a delivery. `payload` is the body of its acknowledgement. */
export interface Delivery {
  acknowledged: boolean;
  /** Only over HTTP. */
  status?: number;
  payload?: unknown;
}

/** Set on the second and later deliveries of one event. */
export interface Retry {
  num: number;
  reason: string;
}

export type Json = Record<string, unknown>;

/** The way from Slack to the app. */
export interface Route {
  event(envelope: Json, retry?: Retry): Promise<Delivery>;
  command(form: Record<string, string>): Promise<Delivery>;
  interaction(payload: Json): Promise<Delivery>;
}
