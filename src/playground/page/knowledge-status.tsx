import type { State } from '../state';

/** Which knowledge answers. */
export function KnowledgeStatus({ knowledge: { services, controls, loaded, warnings } }: Pick<State, 'knowledge'>) {
  return (
    <div className="knowledge">
      <p>
        {services} services, {controls} controls
      </p>
      <p>loaded {new Date(loaded).toLocaleTimeString()}</p>
      {warnings.length > 0 && (
        <details>
          <summary>
            {warnings.length} {warnings.length === 1 ? 'warning' : 'warnings'}
          </summary>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
      <p>Save a file in knowledge/ and ask again.</p>
    </div>
  );
}
