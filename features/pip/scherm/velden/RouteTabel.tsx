import { Badge } from '../../../../web/ui/data/Badge.tsx';
import type { PipConcept } from '../../pip.schema.ts';
import { ROUTENAAM, ROUTES, veldId } from '../namen.ts';
import { MetBronnen } from './bronnen.tsx';

type Route = (typeof ROUTES)[number];

type Props = {
  inhoud: PipConcept;
  onRoute: (route: Route) => void;
  onAfweging: (route: Route, waarde: PipConcept['afweging']['B']) => void;
};

/** De drie leerroutes naast elkaar: wat ervoor en ertegen pleit, en of zij is onderzocht (Awb 3:46). */
export function RouteTabel({ inhoud, onRoute, onAfweging }: Props) {
  return (
    <table className="pip-routes" id={veldId('leerroute')}>
      <caption className="m-hidden">Keuze van de leerroute</caption>
      <thead>
        <tr>
          <th scope="col">Route</th>
          <th scope="col">Ervoor</th>
          <th scope="col">Ertegen</th>
          <th scope="col">Onderzocht</th>
        </tr>
      </thead>
      <tbody>
        {ROUTES.map((route) => (
          <RouteRij
            key={route}
            route={route}
            gekozen={inhoud.leerroute === route}
            afweging={inhoud.afweging[route]}
            onKies={() => onRoute(route)}
            onAfweging={(waarde) => onAfweging(route, waarde)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RijProps = {
  route: Route;
  gekozen: boolean;
  afweging: PipConcept['afweging']['B'];
  onKies: () => void;
  onAfweging: (waarde: PipConcept['afweging']['B']) => void;
};

function RouteRij({ route, gekozen, afweging, onKies, onAfweging }: RijProps) {
  const naam = ROUTENAAM[route];
  const veld = (deel: string) => veldId(`afweging.${route}.${deel}`);
  return (
    <tr className={gekozen ? 'pip-routes__gekozen' : undefined} id={veldId(`afweging.${route}`)}>
      <th scope="row">
        <label className="pip-routes__keuze">
          <input type="radio" name="leerroute" checked={gekozen} onChange={onKies} />
          {naam}
        </label>
        {gekozen && <span className="m-quiet">gekozen</span>}
      </th>
      {(['voor', 'tegen'] as const).map((kant) => (
        <td key={kant}>
          <span className="pip-routes__kop" aria-hidden="true">
            {kant === 'voor' ? 'Ervoor' : 'Ertegen'}
          </span>
          <MetBronnen
            veld={`afweging.${route}.${kant}`}
            value={afweging[kant]}
            onChange={(tekst) => onAfweging({ ...afweging, [kant]: tekst })}
            bronErbij
            dicht
          >
            <textarea
              id={veld(kant)}
              className="pip-routes__tekst"
              rows={3}
              aria-label={`Wat pleit ${kant} de ${naam}?`}
              value={afweging[kant]}
              onChange={(e) => onAfweging({ ...afweging, [kant]: e.target.value })}
            />
          </MetBronnen>
        </td>
      ))}
      <td>
        <span className="pip-routes__kop" aria-hidden="true">
          Onderzocht
        </span>
        <label className="pip-routes__keuze">
          <input
            id={veld('onderzocht')}
            type="checkbox"
            aria-label={`${naam} is onderzocht`}
            checked={afweging.onderzocht}
            onChange={(e) => onAfweging({ ...afweging, onderzocht: e.target.checked })}
          />
          <Badge tone={afweging.onderzocht ? 'met' : 'late'}>
            {afweging.onderzocht ? 'ja' : 'nog niet'}
          </Badge>
        </label>
      </td>
    </tr>
  );
}
