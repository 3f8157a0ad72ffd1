/** Returns the groups of nodes that lead back to one another, each sorted. A node that only leads to itself is in none. */
export function findCycles(edges: readonly (readonly [from: string, to: string])[]): readonly (readonly string[])[] {
  const reached = reachable(edges);
  const leads = (from: string, to: string): boolean => reached.get(from)?.has(to) === true;
  const groups = [...reached.keys()].map((node) =>
    [...reached.keys()].filter((other) => other === node || (leads(node, other) && leads(other, node))).sort(),
  );
  return groups.filter(
    (group, index) => group.length > 1 && groups.findIndex(([first]) => first === group[0]) === index,
  );
}

/** Returns for each node all that it leads to. */
function reachable(edges: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const from = (start: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const visit = (node: string): void => {
      for (const to of next.get(node) ?? []) {
        if (found.has(to)) continue;
        found.add(to);
        visit(to);
      }
    };
    visit(start);
    return found;
  };
  return new Map([...new Set(edges.flat())].map((node) => [node, from(node)]));
}
