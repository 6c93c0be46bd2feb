"""Turn trained weights into the int8 ONNX graph that the package ships.

    python training/export.py --run FOLDER --base FOLDER --out FOLDER

The graph takes one window (no batch, so no padding) and is built by hand: every node is one that
onnxruntime has a fast kernel for, and nothing depends on an exporter's version.
Inputs:  ids [pieces], features [pieces] (shape, marks and place as one number), words [words] (the piece
that carries each word). Outputs, a row a word: tags, cues, roles (see model.py).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from model import LINK_WIDTH, ROLES, TAGS
from onnx import TensorProto, helper, numpy_helper

from coalition_cli.neural.encode import PLACES, SHAPES
from coalition_cli.neural.marks import STATES

MICROSOFT = "com.microsoft"


class Graph:
    """Nodes and weights collected in order."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.count = 0

    def weight(self, name: str, array: np.ndarray) -> str:
        """Keep a weight under a name; the name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(
        self, op: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: object
    ) -> str:
        """Append a node; the name of its first output (further ones end in .1, .2, …)."""
        self.count += 1
        name = f"{op}_{self.count}"
        names = [name, *(f"{name}.{i}" for i in range(1, outputs))]
        self.nodes.append(helper.make_node(op, inputs, names, name=f"n_{name}", domain=domain, **attributes))
        return name


def build(state: dict[str, np.ndarray], layers: int, heads: int) -> onnx.ModelProto:
    """The graph with float weights, but for the embeddings, which are int8 with a scale a row."""
    g = Graph()
    x = g.add("Add", [_words(g, state), _features(g, state)])
    x = g.add("Add", [x, _positions(g, state)])
    norm = [g.weight(f"norm.{k}", state[f"norm.{k}"]) for k in ("weight", "bias")]
    x = g.add("LayerNormalization", [x, *norm], axis=-1, epsilon=1e-12)
    x = g.add("Unsqueeze", [x, g.weight("zero", np.array([0], dtype=np.int64))])
    for i in range(layers):
        x = _layer(g, state, f"blocks.{i}.", x, heads)
    x = g.add("Gather", [x, "words"], axis=1)
    x = g.add("Squeeze", [x, "zero"])
    for name, weight, bias in _heads(state):
        y = g.add("MatMul", [x, g.weight(f"{name}.weight", weight)])
        g.nodes.append(helper.make_node("Add", [y, g.weight(f"{name}.bias", bias)], [name]))
    sizes = {"tags": TAGS, "cues": ROLES * (LINK_WIDTH + 1), "roles": ROLES * (LINK_WIDTH + 1)}
    graph = helper.make_graph(
        g.nodes,
        "tagger",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("features", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("words", TensorProto.INT64, ["count"]),
        ],
        [helper.make_tensor_value_info(k, TensorProto.FLOAT, ["count", n]) for k, n in sizes.items()],
        g.weights,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def _words(g: Graph, state: dict[str, np.ndarray]) -> str:
    table = state["words.weight"]
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    rows = g.weight("embedding", np.round(table / scale).astype(np.int8))
    row = g.add("Cast", [g.add("Gather", [rows, "ids"])], to=TensorProto.FLOAT)
    scales = g.weight("embedding.scale", scale.astype(np.float32))
    return g.add("Mul", [row, g.add("Gather", [scales, "ids"])])


def _features(g: Graph, state: dict[str, np.ndarray]) -> str:
    """One row for each combination of shape, marks and place."""
    table = (
        state["shapes.weight"][:, None, None] + state["marks.weight"][None, :, None] + state["places.weight"]
    ).reshape(SHAPES * STATES * PLACES, -1)
    return g.add("Gather", [g.weight("feature.table", table), "features"])


def _positions(g: Graph, state: dict[str, np.ndarray]) -> str:
    table = g.weight("positions", state["positions.weight"])
    begin = g.weight("begin", np.array([0], dtype=np.int64))
    return g.add("Slice", [table, begin, g.add("Shape", ["ids"])])


def _layer(g: Graph, state: dict[str, np.ndarray], at: str, x: str, heads: int) -> str:
    def product(x: str, name: str) -> str:
        """x times a weight, each row of x brought to the same size before and back after.

        Dynamic quantising gives a whole window one scale; without this a few large rows take it all.
        """
        largest = g.add("ReduceMax", [g.add("Abs", [x])], axes=[-1], keepdims=1)
        weight = g.weight(f"{at}{name}.weight", state[f"{at}{name}.weight"].T)
        return g.add("Mul", [g.add("MatMul", [g.add("Div", [x, largest]), weight]), largest])

    def bias(name: str) -> str:
        return g.weight(f"{at}{name}.bias", state[f"{at}{name}.bias"])

    def skip(x: str, y: str, norm: str, added: str) -> str:
        gamma = g.weight(f"{at}{norm}.weight", state[f"{at}{norm}.weight"])
        return g.add(
            "SkipLayerNormalization", [x, y, gamma, bias(norm), bias(added)], domain=MICROSOFT, epsilon=1e-12
        )

    qkv = g.add("Add", [product(x, "qkv"), bias("qkv")])
    q = g.add("Split", [qkv], outputs=3, axis=-1)
    mixed = g.add("MultiHeadAttention", [q, f"{q}.1", f"{q}.2"], domain=MICROSOFT, num_heads=heads)
    x = skip(x, product(mixed, "out"), "norm1", "out")
    inner = g.add("BiasGelu", [product(x, "up"), bias("up")], domain=MICROSOFT)
    return skip(x, product(inner, "down"), "norm2", "down")


def _heads(state: dict[str, np.ndarray]) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """(output, weight, bias) of the heads, the bias coordinate of the links folded in (see model.py)."""
    width = state["tags.weight"].shape[1]

    def folded(
        name: str, scale: float, extra_w: np.ndarray, extra_b: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        w = state[f"{name}.weight"].reshape(ROLES, LINK_WIDTH, width) * scale
        b = state[f"{name}.bias"].reshape(ROLES, LINK_WIDTH) * scale
        w = np.concatenate([w, extra_w[:, None, :]], axis=1).reshape(-1, width)
        return w.T, np.concatenate([b, extra_b[:, None]], axis=1).reshape(-1)

    none, one = np.zeros((ROLES, width), dtype=np.float32), np.ones(ROLES, dtype=np.float32)
    return [
        ("tags", state["tags.weight"].T, state["tags.bias"]),
        ("cues", *folded("as_cue", float(LINK_WIDTH**-0.5), none, one)),
        ("roles", *folded("as_role", 1.0, state["role_bias.weight"], state["role_bias.bias"])),
    ]


def quantise(source: Path, target: Path) -> None:
    """Weights of the matrix products as 8-bit integers, a scale a column; inputs are scaled as they come.

    The heads, small and last, stay in floats.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    heads = [n.name for n in onnx.load(source).graph.node if n.op_type == "MatMul"][-3:]
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QUInt8,  # signed weights need 7 bits to be safe where a CPU has no VNNI
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=heads,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
    )


def main() -> int:
    """Read the options, build, quantise, write."""
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--run", type=Path, required=True, help="what train.py wrote (model.pt)")
    args.add_argument("--base", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--name", default="minilm-polnear-2")
    args.add_argument("--float", action="store_true", help="leave the weights unquantised (to compare)")
    opts = args.parse_args()
    opts.out.mkdir(parents=True, exist_ok=True)
    config = json.loads((opts.base / "config.json").read_text())
    tensors = torch.load(opts.run / "model.pt", weights_only=True)
    state = {name: value.float().numpy() for name, value in tensors.items()}
    model = build(state, config["num_hidden_layers"], config["num_attention_heads"])
    plain = opts.out / "float.onnx"
    onnx.save(model, plain)
    graph = opts.out / "tagger.onnx"
    if opts.float:
        plain.replace(graph)
    else:
        quantise(plain, graph)
        plain.unlink()
    shutil.copyfile(opts.base / "tokenizer.json", opts.out / "tokenizer.json")
    shipped = ("tagger.onnx", "tokenizer.json")
    written = {
        "name": opts.name,
        "sha256": {name: hashlib.sha256((opts.out / name).read_bytes()).hexdigest() for name in shipped},
        "distance": [[round(float(v), 4) for v in row] for row in state["distance"]],
    }
    (opts.out / "config.json").write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
