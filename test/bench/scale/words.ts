/** Words for made-up titles and scope notes. As in any text few are frequent and most are rare, so that a search finds some of the register, not half of it. */
const stems = `accelerator accounting aggregate agriculture algorithm allocation annotation aquifer archive assessment assurance audit battery
  benchmark biodiversity biogenic boundary building calculation calibration carbon catalogue certification chiller circular climate cloud cluster coastal
  combustion communication comparability compliance component compression computing conformity consumption container conversion cooling copper corpus
  criteria dashboard database decommissioning deployment depreciation desalination design disclosure discharge disposal distribution district drainage
  durability ecosystem edge efficiency electricity embodied emission encoding energy equipment equivalence evaporation exchange exploitation extraction
  facility federated fertiliser fibre firmware footprint forecasting framework freshwater fuel generation geothermal glossary governance greenhouse grid
  groundwater guidance hardware harvesting hazard heating humidity hydrogen identifier immersion incineration indicator inference infrastructure
  installation insulation intensity interface interoperability inventory irrigation labelling landfill latency leakage lifecycle lithium logistics
  longevity machine maintenance manufacturing marginal material measurement metadata metering methane methodology migration mineral mining mobility
  modelling monitoring network neural nitrogen nomenclature nuclear obsolescence offsetting ontology operator orchestration packaging parameter particulate
  performance permafrost photovoltaic pipeline planning platform pollution precision procurement product profile protocol provenance pruning quality
  quantization questionnaire radiation reactor reclamation recycling refrigerant refurbishment registry regulation reliability remanufacturing renewable
  repair reporting reservoir resilience resource retraining retrofit reuse robotics runoff safety sampling satellite scarcity scenario scheduling
  semiconductor sensor server severity shipping silicon simulation sludge software soil solar sourcing sovereignty spectrum standby steam stewardship storage
  stormwater substation supply surface surveillance sustainability taxonomy telemetry terminology thermal threshold tillage tracing training transformer
  transition transmission transparency transport treatment turbine uncertainty upgrade uranium utilisation validation vehicle ventilation verification
  virtualisation vocabulary warehouse wastewater water watershed wetland wireless workload`
const field = stems.split(/\s+/)

const beginnings = 'ac be ca de el fo ge hy in jo ka lo me na or pe qu re so ti un ve wa xe yo za'.split(' ')
const middles = 'ba ce do fi gu la me ni po ra se ti vo'.split(' ')
const ends = 'bor cine dal fex gran lith mon nex pol rine sol tane vex zor'.split(' ')
const invented = beginnings.flatMap((a) => middles.flatMap((b) => ends.map((c) => a + b + c)))

/** The most frequent ones first: words of the field, then some five thousand that nobody has. */
export const words: readonly string[] = [...field, ...invented]

/** A word by chance: the one at place n is about n times rarer than the first (Zipf's law). */
export function wordBy(random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1]!
}
