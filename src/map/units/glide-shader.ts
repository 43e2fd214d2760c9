import { project32 } from '@deck.gl/core'

const block = `\
layout(std140) uniform glideUniforms {
  float nowS;
  float coastS;
  float isStill;
} glide;
`

/** The same as `positionAt`, in 32 bits: a place is two floats an axis, its step a small one beside them. */
const vertex = `\
${block}
float glide_shareAt(vec2 time) {
  float takes = time.y - time.x;
  if (glide.isStill > 0.5 || takes <= 0.0) return 1.0;
  return clamp((glide.nowS - time.x) / takes, 0.0, 1.0 + glide.coastS / takes);
}

// Near the camera deck.gl adds the low parts in pixels, where a step keeps its digits; from afar it leaves them out.
vec4 glide_toClipspace(vec4 highLow, vec2 moved, out vec4 commonPosition) {
  bool isNear = project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET;
  vec2 high = isNear ? highLow.xy : highLow.xy + moved;
  vec2 low = isNear ? highLow.zw + moved : highLow.zw;
  return project_position_to_clipspace(vec3(high, 0.0), vec3(low, 0.0), vec3(0.0), commonPosition);
}
`

export const glideUniforms = {
  name: 'glide',
  dependencies: [project32],
  vs: vertex,
  fs: block,
  uniformTypes: { nowS: 'f32', coastS: 'f32', isStill: 'f32' },
} as const
