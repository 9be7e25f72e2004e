/**
 * The text of the example report, in the notation of notation.ts. All of it is made up: the group, the trials, the services and every figure.
 * Only the standards that it cites exist. It is what a newcomer reads first, so it says something, and shows all that a text can hold.
 */
export const exampleReport = `
= Summary {SUMMARY, AGREED, editor}
This is a synthetic text. It was made up so that people can try out how a report is written here; the group, the trials and all figures in it are invented.
@editor2 An answer from an artificial intelligence (AI) service takes electricity to compute, water to cool the machines, and a share of the machines themselves. None of the three is on the bill of whoever asked. This Technical Report describes how a provider can measure them with instruments that are there already, how the parts of the footprint that no instrument shows can be estimated, and how the result is stated so that a second person can check it.
@chair It prepares deliverable D.WG1-01, the specification of a method. What it calls a requirement is a candidate for that specification and binds nobody here.

= Keywords {KEYWORDS, AGREED, editor}
AI service, cooling, electricity, embodied emissions, environmental footprint, functional unit, inference, measurement, training, uncertainty, water use.

= Introduction {INTRODUCTION, AGREED, chair}
In its first meeting the group asked twelve providers what one answer of their service costs in electricity. It received nine numbers. They differed by a factor of four hundred, and nobody could say how much of that was a difference between services and how much a difference between ways of counting.
Three reasons came up in every conversation:
- the meter stood in different places: at the chip, at the rack, at the gate of the site;
- idle machines were counted by some and left out by others;
- water was either the litres that a cooling tower evaporates, or those and the litres that the power station needs, or not looked at.
@contributor The group therefore did not begin with a better number. It began with the list of decisions that have to be made before two numbers can be put side by side. The clauses from 7 on follow that list.

= Scope {SCOPE, AGREED, editor}
This Technical Report describes how the environmental footprint of an AI service is measured and stated while the service is in use. It covers:
1. electricity used by computing, storage and network equipment in the data centre, and by the site around them;
2. water withdrawn and consumed by cooling and by the generation of that electricity;
3. greenhouse gas (GHG) emissions that follow from the first, and the share of emissions from making the equipment.
It applies to services that answer single requests and to services that run by themselves, whatever the kind of model.
NOTE: What people do with an answer, and what that saves or costs elsewhere, is outside the scope. It matters, and it needs a method of its own.

= References {REFERENCES, UNDER_DISCUSSION, editor}
The following texts contain provisions that are cited in this Technical Report. The editions named were valid when this draft was written; readers are encouraged to look whether there is a newer one.

= Definitions {DEFINITIONS, AGREED, editor}

== Terms defined elsewhere {AGREED, editor}
This Technical Report uses the following terms defined elsewhere:
TERM: power usage effectiveness [@iso-iec-30134-2-2026 ISO/IEC 30134-2]: the ratio of the electricity that a data centre uses to the electricity that its computing equipment uses.
TERM: water usage effectiveness [@iso-iec-30134-9-2022 ISO/IEC 30134-9]: the ratio of the water that a data centre uses to the electricity that its computing equipment uses.

== Terms defined in this Technical Report {UNDER_DISCUSSION, editor2}
This Technical Report defines the following terms:
TERM: answer: output that a service returns for one request, however long it is.
TERM: footprint: electricity, water and emissions that are put down to one functional unit of a service.
TERM: functional unit: amount of service to which a footprint refers.
TERM: idle share: part of the electricity of a machine that it uses while it waits for requests.
@contributor TERM: statement: footprint together with everything that a second person needs to check it.
@contributor NOTE: A number without its boundary, its period and its uncertainty is not a statement in this sense.

= Abbreviations and acronyms {ABBREVIATIONS, AGREED, editor}
This Technical Report uses the following abbreviations and acronyms:
ABBREVIATION: AI: artificial intelligence
ABBREVIATION: GHG: greenhouse gas
ABBREVIATION: PUE: power usage effectiveness
ABBREVIATION: SCI: software carbon intensity
ABBREVIATION: WUE: water usage effectiveness

= Conventions {CONVENTIONS, AGREED, chair}
Paragraphs marked as requirements are candidates for deliverable D.WG1-01. In them, *shall* is used for what a statement cannot do without, *should* for what is recommended, and *may* for what is permitted.
Quantities are given in units of the International System, with |kWh| and |L| beside them because meters show these [@- b-SI]. Figures in examples are invented; they are chosen so that they can be calculated in the head.

= Why a footprint is measured {AGREED, chair}
A figure is worth its cost when somebody decides differently because of it. The group collected such decisions first, and kept those for which a method can deliver the figure at the precision that the decision needs.

== Questions that a footprint answers {AGREED, editor}
The method is made for three questions:
1. What does one functional unit of this service cost today, in electricity, water and emissions?
2. Which part of it could the provider change: the model, the machine, the site, or the hour?
3. Did last quarter's change make it smaller, or did it move the cost to where the meter is not?
The third is the most common and the hardest. It needs the same boundary twice, and an uncertainty smaller than the change.

== Who asks {AGREED, editor}
The same footprint is read by people with different patience. A statement has one set of figures and may be shown in several ways.

=== Operators {DRAFT, editor2}
Operators have the meters. They ask every hour, can live with a systematic error as long as it stays the same, and will drop any procedure that adds a minute to a deployment. For them the method is a query that runs by itself.

=== Buyers {DRAFT, editor2}
Buyers compare offers once a year. They cannot look into the machine room, so they ask for the boundary before they ask for the number.
EXAMPLE: A ministry buys transcription of 40,000 hours of speech. Two providers offer |0.9 kWh| and |1.4 kWh| for an hour of speech. The first leaves out idle machines; with them its figure is |1.5 kWh|.

=== Public bodies {DRAFT, chair}
Authorities that watch over water and electricity ask for totals at a place, not for figures of a service. Footprints add up to such totals only when every watt-hour of the place belongs to exactly one service. {#Shared machines} says how that is seen to.

== What a footprint cannot tell {UNDER_DISCUSSION, contributor}
A footprint does not say whether a service is worth having. It does not tell what the same task would have cost by other means, and it is silent about the electricity of the device on which the answer is read.
A low footprint per answer says nothing about the total: a service that halves the first may well double the number of answers. Providers are therefore asked for both.

= What is measured {AGREED, editor}
Before anything is read from a meter, four things are written down: the functional unit, the boundary, the stages of the life cycle that are included, and the time and place for which the figures hold.
REQUIREMENT: A statement shall name the functional unit, the boundary, the stages included, the period and the sites, in this order and before any figure.

== Functional unit {AGREED, editor}
The functional unit is what the reader of the statement gets. It is chosen by looking at the service from outside.

=== Choosing a unit {AGREED, editor}
A good unit can be counted by both sides, does not change when the model is replaced, and grows with the work that is done.
a. Count what is delivered, not what is computed:
  1. an hour of speech transcribed, not a million operations;
  2. a page translated, not a thousand tokens:
    - tokens depend on the model;
    - and on the language of the page.
b. Prefer a unit for which there is a price. Somebody counts it already.

=== Units for common services {UNDER_DISCUSSION, editor2}
The group used the following units in its trials and found them practical:
a. answering questions in writing: one answer, with the median length stated;
b. transcription: one hour of speech;
c. pictures: one picture at the size that is delivered;
d. recommendation and ranking: one thousand lists delivered;
e. continuous analysis of signals: one signal for one day.
@contributor NOTE: A service that mixes kinds of request states one unit for each kind. An average over all of them moves when the mix moves, even though nothing became better or worse.

=== Services within services {DRAFT, editor2}
A service that calls another service takes over the footprint that the other states for the calls. When the other states none, the calling service says so and uses an estimate as in {#When there is no meter}.

== Boundary {UNDER_DISCUSSION, editor}
The boundary separates what is counted from what is not. It is drawn once, kept for at least a year, and redrawn in public.

=== Inside {UNDER_DISCUSSION, editor}
The following is inside the boundary, also when it belongs to another company:
- machines that compute answers, those that stand by, and those that were just switched on;
- storage of the model and of what it looks up;
- network equipment within the data centre;
- cooling, power conversion, lighting and security of the site, in proportion.

=== Outside {UNDER_DISCUSSION, editor}
Outside the boundary are the device of the user, the network between user and site, offices, and travel. They are small for most services, or not in the hands of the provider, or counted by somebody else.
EXAMPLE: For a service that answers spoken questions, the microphone and the mobile network used |3 %| of the electricity in a trial. They were left out, and the statement said so.

=== Edge cases {DRAFT, contributor}
Three cases came back in every discussion:
1. Tests of a new model on live requests belong to the service, because its users cause them.
2. Research that nobody ordered does not. It is stated once a year as a total.
3. Copies kept in case a site fails belong to the service that would be missed.

== Stages of the life cycle {AGREED, editor}
The method follows the stages that ISO and ITU-T use for goods [@iso-14044-2006 b-ISO 14044], and names them as people who run services do. A stage may be left out when it is below one hundredth of the total and the statement says how that was found out.

=== Preparing data {DRAFT, contributor}
Collecting, cleaning and labelling data uses storage for a long time and computing in bursts. Labelling by people has a footprint in offices and is outside the boundary.
Data that serve several models are shared among them by the number of times they were read.

=== Training {AGREED, editor2}
Training is one large amount of electricity, spent before the first answer. It includes runs that failed and searches for good settings; the trials saw between two and nine such runs for each one that was used.
REQUIREMENT: The electricity of training shall include all runs that led to the model in use, and the statement shall give their number.

=== Serving {AGREED, editor2}
Serving is everything from the arrival of a request to the departure of the answer. It is the only stage that grows with use, and the only one that a meter sees while it happens.

=== Equipment {UNDER_DISCUSSION, editor}
Making and discarding machines is counted through their expected life. A machine that is replaced early takes the rest of its share with it; it is not forgiven because a newer one is more efficient.

== Time {AGREED, editor}
Figures hold for a period of at least one month, because load, weather and the mix of power stations follow the week and the season. A shorter period may be stated beside it when the reader decides by the hour.

== Place {AGREED, editor}
Figures are made site by site and added up. An average over sites hides exactly what the provider can change: where requests are sent.
NOTE: Where the name of a site cannot be told, the region of the electricity grid and the river basin are enough to calculate with.

= Electricity {AGREED, editor2}
Electricity is the quantity that everything else in this report hangs on, and the only one that can be measured directly at the machine.

== Where the meter stands {AGREED, editor2}
There are four usual places for a meter. Each sees what the ones below it see, and more:
1. on the chip: cheap, fast, blind for everything around it;
2. at the power supply of the machine: sees memory, fans and losses;
3. at the feed of the rack: sees switches, and machines of neighbours;
4. at the gate of the site: sees everything, and everybody.
REQUIREMENT: A statement shall say at which of these places electricity was measured, and by what factor it was brought to the gate of the site.
What a meter at each place saw in the first trial is in {#meters}.
TABLE meters: What a meter saw of the electricity at the gate
|= Place of the meter | Share of the gate | Cost of the meter |
| Chip | 41 % | none, it is built in |
| Power supply of the machine | 68 % | 30 euros for each machine |
| Feed of the rack | 79 % | 400 euros for each rack |
| Gate of the site | 100 % | read by the operator of the grid |
KEY: A share is what the meter read, divided by what the meter at the gate read.
NOTE: Shares of one week in March, at one site. They depend on load.
@contributor A trial with both kinds of meter found that chips told between |55 %| and |80 %| of what the power supply drew. The factor depended on load, so one factor for all hours would have been wrong at night.

== From the machine to the service {UNDER_DISCUSSION, editor2}
A meter belongs to a machine, an answer to a service. What lies between is bookkeeping, and it is where the group found the largest differences.

=== Idle machines {AGREED, editor2}
Machines wait, because requests do not come evenly. Waiting belongs to the service that wants to be quick.
REQUIREMENT: The idle share shall be put down to the functional units of the same period, and shall be stated as a separate figure.
EXAMPLE: A machine draws |300 W| while it waits and |700 W| while it answers. It answers half of the time. Over one hour it uses |0.5 kWh|; waiting makes up |0.15 kWh| of that, or |30 %|.

=== Shared machines {UNDER_DISCUSSION, editor}
When several services share a machine, its electricity is divided by something that can be read: time of the processor, memory held, or bytes moved. Which one is chosen matters less than that all services of the machine are divided by the same one.
- The shares of all services of a machine add up to the whole, the idle share included.
- A service that reserves a machine and does not use it has reserved the electricity, too.
- Shares are calculated from records, not from contracts.

=== Answers made together {DRAFT, contributor}
Many services collect requests for some milliseconds and compute them at once. The electricity of such a batch is divided by the work in it: for text, by the tokens read and written, with the ratio between the two stated.
NOTE: Dividing by the number of requests is simpler, and charges a short question for the long one beside it.

== The site around the machines {AGREED, editor}
The electricity of a functional unit at the gate is given by {#unit}.
EQUATION unit: E_u = \\frac{\\eta}{N} \\sum_{i=1}^{m} s_i \\, E_i
Here $N$ is the number of functional units of the period, $E_i$ the electricity that machine $i$ of $m$ used, $s_i$ the share of the service in it,^[The shares of all services of a machine add up to one.] and $\\eta$ the power usage effectiveness (PUE) of the site.
Electricity at the machine is multiplied by the power usage effectiveness of the site [@iso-iec-30134-2-2026 ISO/IEC 30134-2], taken for the same period. The yearly figure of a brochure is not a substitute for the month that is stated.
REQUIREMENT: Where the PUE of the period is not known, the highest monthly value of the last year shall be used.

== When there is no meter {UNDER_DISCUSSION, contributor}
Many providers rent their machines and see no meter. They can still make a statement, as long as it says what was estimated and how.

=== Estimating from utilisation {UNDER_DISCUSSION, contributor}
The electricity of a machine is close to a straight line between its idle and its full load. Two points from a data sheet and a record of utilisation give an estimate that was within |15 %| of a meter in four of five trials.
The fifth had machines whose fans ran at full speed all year. A look at the room would have told.

=== Estimating from a like machine {DRAFT, contributor}
Where not even utilisation is known, the electricity of a measured machine of the same generation may be used, at the same number of functional units per second. Such an estimate is of the lowest class in {#Classes of data quality}.

=== What may not be estimated {AGREED, editor}
The number of functional units is counted. A provider that does not know how many answers it gave has no footprint to state.

== Spreading the electricity of training {UNDER_DISCUSSION, editor2}
Training is spread over the answers that the model gives. Nobody knows their number beforehand, so the group compared three rules:
a. over the answers of the first year, as planned;
b. over the answers so far: high at first, falling every month;
c. over a fixed time of two years, month by month, whatever is answered.
The third was preferred in the last meeting: it cannot be improved by a hopeful plan, and the figure of a month does not change later. The first remains in the text until the contribution of the operators has been discussed.

= Water {UNDER_DISCUSSION, editor}
Water is local. A litre evaporated in a dry basin in August and a litre returned to a large river in March have the same volume and nothing else in common. Water is therefore stated with its place and its month, and never only as a yearly sum.

== Kinds of water {AGREED, editor}
Three quantities are kept apart:
- **withdrawn**: taken from a river, the ground or the mains;
- **consumed**: withdrawn and not returned to the same basin, mostly evaporated;
- **returned**: given back, with its temperature and quality noted.
REQUIREMENT: A statement shall give water consumed. It should give water withdrawn where the two differ by more than a tenth.

== Water at the site {UNDER_DISCUSSION, editor}
Water consumed at the site is read from the meter of the make-up water, less what leaves as blow-down. It is brought to the functional unit by way of electricity: the water of the month divided by the electricity of the month, times the electricity of the unit. This ratio is the water usage effectiveness (WUE) of [@iso-iec-30134-9-2022 ISO/IEC 30134-9] where the boundary is the same.
@contributor Sites without evaporative cooling consume almost no water and more electricity. Showing both figures side by side keeps a reader from taking one for the whole.

== Water in the generation of electricity {DRAFT, contributor}
Power stations evaporate water, and so do reservoirs. The factor for a grid is taken from the operator of the grid or from a public data set, with the year and the method named.
NOTE: Factors for hydropower in the literature span two orders of magnitude, because it is not agreed how much of the evaporation of a lake is owed to the dam. The group asks for the low and the high value, not for their mean.

== Scarcity {DRAFT, contributor}
A weight for scarcity turns litres at different places into one figure. Weights are judgements. Whoever uses them states the litres too, so that another reader can weigh them anew.

== Reuse {DRAFT, editor}
Water that was used before, such as treated waste water, counts as consumed when it evaporates. That it was used before is said in words; it is not subtracted, because somebody downstream may have counted on it.

= Emissions {UNDER_DISCUSSION, editor2}
Emissions are calculated and not measured. They follow from electricity by a factor of the grid, and from equipment by its life.

== Emissions of electricity {UNDER_DISCUSSION, editor2}
WARNING: A factor of a contract and one of the grid are not to be added or averaged: the sum belongs to nobody.
Two factors are in use: that of the grid at the place and hour, and that of the contract. They answer different questions, and a statement that gives only the more pleasant one answers neither.
REQUIREMENT: Emissions shall be stated with the factor of the grid. They may be stated with the factor of a contract beside it.
NOTE: The score for software carbon intensity (SCI) of [@iso-iec-21031-2024 ISO/IEC 21031] uses the grid at the place. A statement made by this method can be turned into that score; the other way round the boundary is missing.

== Emissions of equipment {DRAFT, editor}
The emissions of making a machine, as its maker states them or as found with [@itu-t-l-1410-11-2024 ITU-T L.1410], are spread evenly over the hours of its expected life. The hours of the period are divided among services like electricity is.
1. Take the emissions of making the machine.
2. Divide them by the hours of its expected life:
  a. five years for servers;
  b. eight years for network equipment;
  c. fifteen years for the power supply of the site.
3. Multiply by the hours of the period, and by the share of the service.

= Carbon prices {DRAFT, contributor, deleted}
Some providers calculate with a price for emissions inside the company. The price is a decision and not a measurement, so it does not belong to the footprint.

= Uncertainty and quality {AGREED, editor}
Every figure of a footprint is uncertain. Saying by how much costs a line, and is what makes a comparison possible.

== Where uncertainty comes from {AGREED, editor}
In the trials the contributions were, from the largest to the smallest:
1. the boundary, when two people drew it independently;
2. the division of shared machines;
3. factors for water and emissions of the grid;
4. the meter.
Only the last is printed on a data sheet. The order was the same in all trials, whatever the service.

== Stating uncertainty {UNDER_DISCUSSION, editor}
Uncertainty is stated as a range that the true value lies in with nineteen chances of twenty, in the same unit as the figure.
EXAMPLE: *2.4 Wh for an answer (2.0 Wh to 3.1 Wh)*. The range is not symmetrical, because idle machines can only add.

== Classes of data quality {AGREED, editor2}
Each figure carries one of three letters:
a. measured at the machine or the site, in the period;
b. calculated from records of the period and factors that are published;
c. estimated from likeness, or taken from another period.
REQUIREMENT: A total shall carry the lowest letter of its parts that make up more than a tenth of it.

== Rounding {AGREED, editor}
Figures are given with two significant digits, and with three where the uncertainty is below one hundredth. More digits suggest what nobody has measured.

= Reporting {UNDER_DISCUSSION, chair}
A footprint is published as a statement: one page for people, one file for programs, and the evidence kept where it can be asked for.

== The statement {UNDER_DISCUSSION, chair}
The form is in {#Form of a statement}. The page fits on one sheet of paper; what does not fit is evidence.
REQUIREMENT: The page and the file shall be made from the same record, and the file shall be at a permanent address.

== Comparing two statements {AGREED, editor}
Two statements can be compared when unit, boundary and stages are the same, the periods are of the same season, and the ranges do not overlap. In all other cases the comparison says which of these does not hold, before it says anything else.
NOTE: This is stricter than what is usual. It was the chief result of the first trial that half of the comparisons made before it would have been withdrawn.

== Bringing a statement up to date {DRAFT, editor2}
A statement is made anew each quarter, and within a month after the model, the machine or the site has changed. Old statements stay at their address, marked as replaced.

== What is kept {DRAFT, editor2}
Readings, records of utilisation and factors are kept for five years, at the resolution at which they were used. Requests and answers are not needed for a footprint, so they are not kept for it.

= A worked example {AGREED, editor}
The example follows a service that answers questions about timetables in writing. All figures are invented.

== The service {AGREED, editor}
The service runs on eight machines at one site and gave 12 million answers in April. Two further machines stand by. Its model was trained over three weeks, in seven runs.

== Electricity of the service {AGREED, editor2}
Meters at the power supplies read |4,800 kWh| for April, all ten machines together; storage and network added |600 kWh|. The PUE of April was 1.25.
- At the machines: |4,800 kWh| + |600 kWh| = |5,400 kWh|.
- At the gate: |5,400 kWh| × 1.25 = |6,750 kWh|.
- For each answer: |6,750 kWh| / 12 million = |0.56 Wh|, of which |0.19 Wh| while waiting.
CALLOUT 0.56 Wh: for each answer of the timetable service at the gate of the site, in April.
Training took |96,000 kWh|, failed runs included. Spread over two years, April carries |4,000 kWh|, or |0.33 Wh| for each answer.

== Water of the service {UNDER_DISCUSSION, editor}
The site consumed |1.6 L| for each |kWh| at the machines in April, the grid |1.1 L| for each |kWh| delivered.
- At the site: |5,400 kWh| × |1.6 L/kWh| = |8,640 L|.
- In generation: |6,750 kWh| × |1.1 L/kWh| = |7,425 L|.
- For each answer: |1.3 mL|, training not included.

== Its statement {AGREED, editor}
*One answer of the timetable service, April, one site: 0.9 Wh (0.8 Wh to 1.1 Wh), class B; 1.3 mL of water consumed (0.9 mL to 2.2 mL), class C. Training is included in electricity and not in water. Idle share: 34 %.*

== What was learned {UNDER_DISCUSSION, contributor}
The two machines that stood by cost more than all network equipment. They were switched off at night. Serving took |0.47 Wh| for each answer in May, where it had taken |0.56 Wh| (|0.52 Wh| to |0.61 Wh|) in April. That is the first change of which the team could say that it was one.

= Form of a statement {ANNEX, AGREED, chair}
(This annex forms an integral part of this Technical Report.)
The form has three parts. Fields are named as in the file.

== Identification {AGREED, chair}
1. |service|: name and version.
2. |provider|: who answers for the statement, with an address.
3. |unit|: the functional unit, in words.
4. |boundary|: what is inside, what is outside.
5. |stages|: each stage, included or left out, with the reason.
6. |period| and |sites|, with times as in [@- b-RFC 3339].

== Figures {UNDER_DISCUSSION, editor}
For each of electricity, water consumed and emissions: the value, the range, the class, and the parts it is made of. Idle share and training are always parts.
REQUIREMENT: Parts shall add up to the value within rounding.

== Evidence {UNDER_DISCUSSION, editor2}
CODE: { "record": "meter-7", "period": "2026-04", "sha256": "9f2c..." }
Evidence is a list of records with their place, their period and a checksum. It says who may see them, and whom to ask.

= Checks {ANNEX, UNDER_DISCUSSION, editor2}
(This annex forms an integral part of this Technical Report.)
A second person goes through these checks. They take an hour for a service of usual size.

== Before the figures are read {UNDER_DISCUSSION, editor2}
a. Is the unit one that a user would recognise?
b. Do the machines in the boundary include those that only stand by?
c. Are all runs of training counted?
  - also those of the year before?
  - also those at other sites?

== After the figures are read {UNDER_DISCUSSION, editor2}
- Does the electricity of all services of the site add up to that of the gate?
- Is the idle share between |5 %| and |80 %|? A value beyond is possible and wants a reason.
- Does the water follow the temperature of the month?

= Questions asked in the group {APPENDIX, DRAFT, contributor}
(This appendix does not form an integral part of this Technical Report.)
Questions that were asked more than once, with what was answered.

== Why not measure at the socket of the user? {DRAFT, contributor}
Because the user's socket knows nothing of the data centre. Both ends together would be the whole; the group began with the end that nobody can see.

== Why not one figure for everything? {DRAFT, contributor}
A single score needs weights between water, electricity and emissions. Weights are for those who decide. The method gives them the three figures.

== Is a longer answer not worth more? {DRAFT, editor2}
QUOTATION: A short answer that has to be asked for twice is no saving.
Perhaps. The functional unit is one answer, and its median length is stated beside it. A provider that cuts its answers short will see that in the same line.

= Trials {APPENDIX, DRAFT, editor}
(This appendix does not form an integral part of this Technical Report.)
Five trials were made between the first meeting and now. Two are described; the records of all five are with the secretariat.

== Transcription at two sites {DRAFT, editor}
The same service ran at a site with evaporative cooling and at one without. Electricity for an hour of speech differed by |8 %|, water by a factor of thirty. The operators had expected the opposite order.

== Pictures on rented machines {DRAFT, editor2}
CASE_STUDY: The provider saw no meter and estimated from utilisation. When the owner of the machines later gave out readings, the estimate was |11 %| too low, nearly all of it from the idle share. The estimate with fans at full speed would have been right.

= Bibliography {BIBLIOGRAPHY, DRAFT, editor}
`
