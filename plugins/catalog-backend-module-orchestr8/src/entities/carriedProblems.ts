import { Entity } from '@backstage/catalog-model';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Places } from './places';

/*
 * The catalog takes no status from those who bring entities, only from those who
 * process them: on the way from one to the other what was found in a file
 * travels in these annotations.
 */
const PROBLEMS = 'orchestr8.io/problems';
const PLACES = 'orchestr8.io/places';

/** More than anyone reads; the first ones are the ones to mend. */
const MOST = 50;

/** What the reading of a file found. */
export interface CarriedReading {
  /** Path or URL of the file. */
  file: string;
  problems: Problem[];
  places: Places;
}

/**
 * The entity with the problems of its file; without any it stays as it is.
 *
 * @param file - path or URL of the file, for people
 */
export function withProblems(
  entity: Entity,
  problems: readonly Problem[],
  file: string,
): Entity {
  if (problems.length === 0) return entity;
  return annotated(entity, {
    ...entity.metadata.annotations,
    [PROBLEMS]: JSON.stringify({ file, problems: problems.slice(0, MOST) }),
  });
}

/** The entity with the places of its references, which also says that its text was checked. */
export function withPlaces(entity: Entity, places: Places): Entity {
  return annotated(entity, {
    ...entity.metadata.annotations,
    [PLACES]: JSON.stringify(places),
  });
}

/** Whether an entity is what a checked text says. */
export const isChecked = (entity: Entity) =>
  entity.metadata.annotations?.[PLACES] !== undefined;

/** Undoes {@link withProblems} and {@link withPlaces}: the entity without them, and what they were. */
export function takeReading(entity: Entity): {
  entity: Entity;
  reading: CarriedReading;
} {
  const {
    [PROBLEMS]: problems,
    [PLACES]: places,
    ...rest
  } = entity.metadata.annotations ?? {};
  return {
    entity: annotated(entity, rest),
    reading: {
      file: '',
      problems: [],
      ...(parsed(problems) as Partial<CarriedReading>),
      places: (parsed(places) ?? {}) as Places,
    },
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // Another provider wrote the annotation.
    return undefined;
  }
}

function annotated(
  entity: Entity,
  annotations: Record<string, string>,
): Entity {
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}
