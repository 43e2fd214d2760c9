/** Classes that fit; a ramp with fewer leaves the rest at breaks that nothing reaches. */
export const MAX_CLASSES = 8

const classes = Array.from({ length: MAX_CLASSES }, (_, i) => i)

const block = `\
layout(std140) uniform densityUniforms {
  vec4 breaks0;
  vec4 breaks1;
${classes.map((i) => `  vec4 colour${i};`).join('\n')}
  vec4 edge;
  vec2 span;
  float edgePx;
} density;
`

export const densityUniforms = {
  name: 'density',
  vs: block,
  fs: block,
  uniformTypes: {
    breaks0: 'vec4<f32>',
    breaks1: 'vec4<f32>',
    ...Object.fromEntries(classes.map((i) => [`colour${i}`, 'vec4<f32>'])),
    edge: 'vec4<f32>',
    span: 'vec2<f32>',
    edgePx: 'f32',
  },
} as const

/**
 * Colour by class: between two breaks one colour, at a break a seam of one pixel. Below the lowest break nothing.
 * The value is interpolated first and classified then, so that a class has a smooth edge at every zoom.
 */
export const densityFragment = `\
#version 300 es
#define SHADER_NAME density-layer-fragment
precision highp float;
precision highp sampler2D;

uniform sampler2D bitmapTexture;

in vec2 vTexCoord;
in vec2 vTexPos;
out vec4 fragColor;

float valueAt(vec2 uv) {
#ifdef SPLINE
  // The texels are weights of quadratic splines: smooth at every zoom, where straight lines between cells show edges.
  ivec2 last = textureSize(bitmapTexture, 0) - 1;
  vec2 at = uv * vec2(last + 1) - 0.5;
  ivec2 cell = ivec2(floor(at + 0.5));
  vec2 off = at - vec2(cell);
  vec3 x = vec3(0.5 * (0.5 - off.x) * (0.5 - off.x), 0.75 - off.x * off.x, 0.5 * (0.5 + off.x) * (0.5 + off.x));
  vec3 y = vec3(0.5 * (0.5 - off.y) * (0.5 - off.y), 0.75 - off.y * off.y, 0.5 * (0.5 + off.y) * (0.5 + off.y));
  float sum = 0.0;
  for (int j = -1; j <= 1; j++) {
    vec3 row;
    for (int i = -1; i <= 1; i++)
      row[i + 1] = texelFetch(bitmapTexture, clamp(cell + ivec2(i, j), ivec2(0), last), 0).r;
    sum += y[j + 1] * dot(x, row);
  }
  return sum;
#elif defined(LINEAR_FILTER)
  return texture(bitmapTexture, uv).r;
#else
  ivec2 last = textureSize(bitmapTexture, 0) - 1;
  vec2 at = uv * vec2(last + 1) - 0.5;
  ivec2 corner = ivec2(floor(at));
  vec2 part = at - vec2(corner);
  ivec2 a = clamp(corner, ivec2(0), last);
  ivec2 b = clamp(corner + 1, ivec2(0), last);
  float top = mix(texelFetch(bitmapTexture, a, 0).r, texelFetch(bitmapTexture, ivec2(b.x, a.y), 0).r, part.x);
  float foot = mix(texelFetch(bitmapTexture, ivec2(a.x, b.y), 0).r, texelFetch(bitmapTexture, b, 0).r, part.x);
  return mix(top, foot, part.y);
#endif
}

void main(void) {
  float value = valueAt(vTexCoord * density.span);
  float perPixel = max(fwidth(value), 1e-6);
  float pixels = (value - density.breaks0.x) / perPixel;
  float alpha = clamp(pixels + 0.5, 0.0, 1.0);
  vec3 colour = density.colour0.rgb;
${classes
  .slice(1)
  .map((i) => {
    const limit = `density.breaks${Math.floor(i / 4)}.${'xyzw'[i % 4]}`
    return `  colour = mix(colour, density.colour${i}.rgb, clamp((value - ${limit}) / perPixel + 0.5, 0.0, 1.0));`
  })
  .join('\n')}
  // A line round the lowest class, where the ground is too light to set it off.
  float line = density.edgePx > 0.0 ? clamp(density.edgePx * 0.5 + 0.5 - abs(pixels), 0.0, 1.0) : 0.0;
  line *= min(1.0, density.edgePx);
  colour = mix(colour, density.edge.rgb, line);
  fragColor = vec4(colour, max(alpha, line) * layer.opacity);
  if (fragColor.a <= 0.0) discard;
  geometry.uv = vTexCoord;
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`
