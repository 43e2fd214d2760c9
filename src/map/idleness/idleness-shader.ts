const block = `\
layout(std140) uniform idlenessUniforms {
  vec4 colour0;
  vec4 colour1;
  vec4 colour2;
  vec4 colour3;
  vec4 hatch;
  vec2 cells;
  vec2 spanPx;
  float nowS;
  float everyS;
} idleness;
`

export const idlenessUniforms = {
  name: 'idleness',
  vs: block,
  fs: block,
  uniformTypes: {
    colour0: 'vec4<f32>',
    colour1: 'vec4<f32>',
    colour2: 'vec4<f32>',
    colour3: 'vec4<f32>',
    hatch: 'vec4<f32>',
    cells: 'vec2<f32>',
    spanPx: 'vec2<f32>',
    nowS: 'f32',
    everyS: 'f32',
  },
} as const

/** Texels of what is never drawn, and of what was never visited: far beyond all seconds, each on its side. */
export const OUTSIDE_S = 2 ** 40
export const UNVISITED_S = -(2 ** 40)

/** A class by age / interval, cell by cell: a time between two visits is the time of no visit. */
export const idlenessFragment = `\
#version 300 es
#define SHADER_NAME idleness-layer-fragment
precision highp float;
precision highp sampler2D;

uniform sampler2D bitmapTexture;

in vec2 vTexCoord;
in vec2 vTexPos;
out vec4 fragColor;

const float HATCH_EVERY_PX = 8.0;
const float HATCH_PX = 1.5;

/** Lines at 45 degrees that lie still on the ground while the map is moved. */
float hatched(vec2 px) {
  float across = mod(px.x + px.y, HATCH_EVERY_PX * sqrt(2.0)) / sqrt(2.0);
  float off = abs(across - 0.5 * HATCH_EVERY_PX);
  return clamp(0.5 * HATCH_PX + 0.5 - off, 0.0, 1.0);
}

void main(void) {
  ivec2 last = ivec2(idleness.cells) - 1;
  ivec2 cell = clamp(ivec2(floor(vTexCoord * idleness.cells)), ivec2(0), last);
  float visited = texelFetch(bitmapTexture, cell, 0).r;
  if (visited > 1e12) discard;
  if (visited < -1e12) {
    fragColor = idleness.hatch;
    fragColor.a *= hatched(vTexCoord * idleness.spanPx);
  } else {
    float ratio = (idleness.nowS - visited) / idleness.everyS;
    fragColor = ratio <= 0.5 ? idleness.colour0
      : ratio <= 1.0 ? idleness.colour1
      : ratio <= 2.0 ? idleness.colour2
      : idleness.colour3;
  }
  fragColor.a *= layer.opacity;
  if (fragColor.a <= 0.0) discard;
  geometry.uv = vTexCoord;
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
