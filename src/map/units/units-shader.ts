const block = `\
layout(std140) uniform unitsUniforms {
  vec2 sheetSize;
  float texelsPerPx;
} units;
`

export const unitsUniforms = {
  name: 'units',
  vs: block,
  fs: block,
  uniformTypes: { sheetSize: 'vec2<f32>', texelsPerPx: 'f32' },
} as const

export const unitsVertex = `\
#version 300 es
#define SHADER_NAME units-layer-vertex
precision highp float;

/** Where each look lies on the sheet: x, y, width, height in texels. */
uniform highp sampler2D framesTexture;

in vec2 positions;
in vec4 instanceStart;
in vec4 instanceStep;
in vec4 instanceLook;

out vec2 vTexel;
out float vAlpha;

void main(void) {
  vec4 frame = texelFetch(framesTexture, ivec2(int(instanceLook.x + 0.5), 0), 0);
  vec2 moved = instanceStep.xy * glide_shareAt(instanceStep.zw);
  geometry.worldPosition = vec3(instanceStart.xy + moved, 0.0);
  geometry.uv = positions;
  gl_Position = glide_toClipspace(instanceStart, moved, geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);

  // y runs down on the sheet and up in clip space; the angle runs with the clock.
  vec2 px = 0.5 * positions * frame.zw * instanceLook.z / units.texelsPerPx;
  float c = cos(instanceLook.y);
  float s = sin(instanceLook.y);
  vec2 turned = vec2(c * px.x - s * px.y, s * px.x + c * px.y);
  gl_Position.xy += project_pixel_size_to_clipspace(vec2(turned.x, -turned.y));

  vTexel = (frame.xy + 0.5 * (positions + 1.0) * frame.zw) / units.sheetSize;
  vAlpha = instanceLook.w;
  if (vAlpha <= 0.0 || frame.z <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`

export const unitsFragment = `\
#version 300 es
#define SHADER_NAME units-layer-fragment
precision highp float;

uniform sampler2D sheetTexture;

in vec2 vTexel;
in float vAlpha;
out vec4 fragColor;

void main(void) {
  fragColor = texture(sheetTexture, vTexel);
  fragColor.a *= vAlpha * layer.opacity;
  if (fragColor.a <= 0.0) discard;
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
