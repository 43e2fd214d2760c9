const block = `\
layout(std140) uniform trailsUniforms {
  vec4 colour;
  float fadeS;
  float widthPx;
} trails;
`

export const trailsUniforms = {
  name: 'trails',
  vs: block,
  fs: block,
  uniformTypes: { colour: 'vec4<f32>', fadeS: 'f32', widthPx: 'f32' },
} as const

export const trailsVertex = `\
#version 300 es
#define SHADER_NAME trails-layer-vertex
precision highp float;

in vec2 positions;
in vec4 instanceStart;
in vec4 instanceStep;

out float vTimeS;
out float vAcrossPx;

void main(void) {
  vec4 start;
  vec4 from = glide_toClipspace(instanceStart, vec2(0.0), start);
  vec4 to = glide_toClipspace(instanceStart, instanceStep.xy, geometry.position);
  vec2 along = (to.xy / to.w - from.xy / from.w) * project.viewportSize;
  float span = length(along);
  vec2 across = span > 0.0 ? vec2(-along.y, along.x) / span : vec2(0.0);

  geometry.worldPosition = vec3(instanceStart.xy, 0.0);
  gl_Position = positions.x < 0.5 ? from : to;
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  // Half a pixel more on each side, for a soft edge.
  vAcrossPx = positions.y * (0.5 * trails.widthPx + 0.5);
  gl_Position.xy += project_pixel_size_to_clipspace(across * vAcrossPx);
  vTimeS = positions.x < 0.5 ? instanceStep.z : instanceStep.w;

  // Nothing moved, or all of it is gone or still to come.
  bool isAhead = glide.isStill < 0.5 && instanceStep.z > glide.nowS;
  if (span <= 0.0 || isAhead || glide.nowS - instanceStep.w >= trails.fadeS)
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`

export const trailsFragment = `\
#version 300 es
#define SHADER_NAME trails-layer-fragment
precision highp float;

in float vTimeS;
in float vAcrossPx;
out vec4 fragColor;

void main(void) {
  float age = glide.nowS - vTimeS;
  // A trail ends where its symbol is.
  if (age < 0.0 && glide.isStill < 0.5) discard;
  float left = clamp(1.0 - age / trails.fadeS, 0.0, 1.0);
  float inside = clamp(0.5 * trails.widthPx + 0.5 - abs(vAcrossPx), 0.0, 1.0);
  fragColor = vec4(trails.colour.rgb, left * inside * layer.opacity);
  if (fragColor.a <= 0.0) discard;
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
