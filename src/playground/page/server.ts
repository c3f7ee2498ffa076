import { useEffect, useState } from 'react';
import type { Outcome, State } from '../state';

/** The state of the workspace, kept up to date by the server; undefined until it is there. */
export function useWorkspace(): { state?: State; isConnected: boolean } {
  const [state, setState] = useState<State>();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource('/api/state');
    source.onmessage = ({ data }) => setState(JSON.parse(data));
    source.onopen = () => setConnected(true);
    // The browser tries again by itself.
    source.onerror = () => setConnected(false);
    return () => source.close();
  }, []);
  return state ? { state, isConnected } : { isConnected };
}

/** Does something in the workspace, as the person at the page. Never throws: what went wrong is a notice. */
export async function act(action: object): Promise<Outcome> {
  try {
    const response = await fetch('/api/act', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(action) });
    return await response.json();
  } catch {
    return { notice: 'The playground does not answer. Is it still running in the terminal?' };
  }
}
