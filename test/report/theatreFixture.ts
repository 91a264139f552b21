/** The text of the made-up theatre, with every claim that the fixture's examination names. */
export const MADE_UP_TEXT = `tacit 1
theatre "A made-up theatre: Reds and Blues, 2017 to 2024"

record "made-up-events.csv"                     // made up: nothing here speaks of a real conflict
  covers 2017-05-01 to 2024-06-30
  missing 2018-07-01 to 2019-05-31
  direction recorded

actor Reds "the Reds" also "Red forces"
actor Blues "the Blues" also "الزرق"
place Crossing "Crossing Town" at 10.00 N 20.00 E within 25 km
place Bases "North Base and South Base" at 11.00 N 21.00 E within 55 km
source Gazette "The Made-up Gazette" published 2024-05-14 reliability unrated

period Consent until 2024-02-04 said by Gazette

claim Answered by Gazette at "paragraph 21"
  when Reds strike Blues in Crossing then Blues attack Reds in Bases within 14 days
  since 2020-01-03
claim Deterred by Gazette at "paragraph 22"
  when Blues attack Reds in Bases then fewer Reds strikes on Blues for 90 days
claim Calm by Gazette at "paragraph 5"
  truce between Reds and Blues from 2024-02-04 to 2024-05-14 expected from 2024-01-28
claim Withdrew by Gazette at "paragraph 8"
  Reds strikes on Blues fall from 2024-02-04 by at least half
claim Restraint by Gazette at "paragraph 2"
  when Reds strike Blues in Bases then no extra Blues attacks on Reds within 14 days
claim Fifty by Gazette at "paragraph 17"
  Reds strike Blues in Crossing on 2019-12-29 killing at least 50
claim Wave by Gazette at "paragraph 3"
  more than 1700 Blues attacks on Reds from 2023-10-17 to 2024-02-04
claim Odd by Nobody
  when Reds strike Blues then Blues attack Reds within 2 days
claim Purpose by Gazette at "paragraph 18"
  untestable intent "the aim was to cut the road"
claim GreenLight by Gazette at "paragraph 9"
  Reds strike Blues only during Consent
claim Held by Gazette at "paragraph 3"
  Blues hold Crossing from 2017-11
claim WillShift by Gazette at "last paragraph"
  expects Blues attacks on Reds rise before 2025-05-14
`;
