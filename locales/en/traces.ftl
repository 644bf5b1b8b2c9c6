part-shift-task = From shift to task
part-task-value = From task to value
part-value-model = From value to model

map-because = Because
map-gap = Gap: nobody has said why yet.
map-say-it = Say it in one sentence
map-unsaid = Not said yet
map-bridge-said = Bridge said
map-bridge-missing = Bridge missing
# $name (String)
map-label = { $name }:{" "}

stage-sketch = Sketch
stage-trace = Trace
stage-bridged = Bridged
