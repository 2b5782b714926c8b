import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/**
 * Makes routes of screens: a path, the file that is loaded when it is first needed, and the component in it.
 * `shell` is the parent when none is given.
 */
export function screenMaker(shell: () => AnyRoute) {
  return <Name extends string>(
    path: string,
    load: () => Promise<Record<Name, ComponentType>>,
    name: Name,
    parent: () => AnyRoute = shell,
  ) => {
    const importer: () => Promise<Record<string, ComponentType>> = load;
    return createRoute({
      getParentRoute: parent,
      path,
      component: lazyRouteComponent(importer, name),
    });
  };
}
