import type { ActTable } from './actTable.ts';

/** The sub-event types of ACLED. Source: raleigh2010. */
export const ACLED_ACTS: ActTable = {
  name: 'acled',
  title: 'ACLED sub-event types',
  formats: ['acled'],
  entries: [
    ['Armed clash', 'Battles', 'armed clash'],
    ['Government regains territory', 'Battles', 'territory gained'],
    ['Non-state actor overtakes territory', 'Battles', 'territory gained'],
    ['Peaceful protest', 'Protests', 'protest'],
    ['Protest with intervention', 'Protests', 'protest'],
    ['Excessive force against protesters', 'Protests', 'protest'],
    // The codebook spells it so.
    ['Excessive force against protestors', 'Protests', 'protest'],
    ['Violent demonstration', 'Riots', 'violent demonstration'],
    ['Mob violence', 'Riots', 'riot'],
    ['Chemical weapon', 'Explosions/Remote violence', null],
    ['Air/drone strike', 'Explosions/Remote violence', 'airstrike'],
    ['Suicide bomb', 'Explosions/Remote violence', 'suicide bombing'],
    ['Shelling/artillery/missile attack', 'Explosions/Remote violence', 'shelling'],
    ['Remote explosive/landmine/IED', 'Explosions/Remote violence', 'bomb'],
    ['Grenade', 'Explosions/Remote violence', 'grenade'],
    ['Sexual violence', 'Violence against civilians', null],
    ['Attack', 'Violence against civilians', 'violence against civilians'],
    ['Abduction/forced disappearance', 'Violence against civilians', 'abduction'],
    ['Agreement', 'Strategic developments', 'agreement'],
    ['Arrests', 'Strategic developments', 'arrest'],
    ['Change to group/activity', 'Strategic developments', null],
    ['Disrupted weapons use', 'Strategic developments', null],
    ['Headquarters or base established', 'Strategic developments', null],
    ['Looting/property destruction', 'Strategic developments', null],
    ['Non-violent transfer of territory', 'Strategic developments', 'territory gained'],
    ['Other', 'Strategic developments', null],
  ],
};
