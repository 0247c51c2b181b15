namespace Diwan.Onnx.Tests;

/// <summary>An ONNX graph small enough to be written here: each token has a row of numbers, the greatest of each column is the text's, and
/// one matrix makes outputs of them. <c>input_ids → Gather → ReduceMax → MatMul → logits</c>.</summary>
internal static class TinyGraph
{
    private const long FloatType = 1, LongType = 7;

    /// <summary>The graph's bytes.</summary>
    /// <param name="embedding">One row a token of the vocabulary.</param>
    /// <param name="matrix">One row a column of the embedding, one column an output.</param>
    /// <param name="inputs">What it asks for; more than <c>input_ids</c> is taken and not used.</param>
    public static byte[] Bytes(float[][] embedding, float[][] matrix, params string[] inputs)
    {
        var graph = new Protobuf()
            .Message(1, Node("Gather", ["table", "input_ids"], "rows"))
            .Message(1, Node("ReduceMax", ["rows"], "greatest")
                .Message(5, new Protobuf().Text(1, "axes").Number(8, 1).Number(20, 7))
                .Message(5, new Protobuf().Text(1, "keepdims").Number(3, 0).Number(20, 2)))
            .Message(1, Node("MatMul", ["greatest", "matrix"], "logits"))
            .Text(2, "tiny")
            .Message(5, Tensor("table", embedding))
            .Message(5, Tensor("matrix", matrix));
        foreach (var input in inputs.Length == 0 ? ["input_ids", "attention_mask"] : inputs)
        {
            graph.Message(11, Value(input, LongType, "length"));
        }

        graph.Message(12, Value("logits", FloatType, "outputs"));
        return new Protobuf().Number(1, 8).Message(8, new Protobuf().Text(1, "").Number(2, 13)).Message(7, graph).ToArray();
    }

    private static Protobuf Node(string operation, string[] inputs, string output)
    {
        var node = new Protobuf();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        return node.Text(2, output).Text(3, output).Text(4, operation);
    }

    private static Protobuf Tensor(string name, float[][] rows) => new Protobuf()
        .Number(1, rows.Length).Number(1, rows[0].Length).Number(2, FloatType).Text(8, name)
        .Bytes(9, [.. rows.SelectMany(row => row).SelectMany(BitConverter.GetBytes)]);

    private static Protobuf Value(string name, long type, string length)
    {
        var shape = new Protobuf().Message(1, new Protobuf().Number(1, 1)).Message(1, new Protobuf().Text(2, length));
        return new Protobuf().Text(1, name).Message(2, new Protobuf().Message(1, new Protobuf().Number(1, type).Message(2, shape)));
    }
}
