namespace Portal.Sandbox.Wire;

/// <summary>One step of a PATCH as API Gateway v1 takes it: all values are texts.</summary>
internal sealed record PatchOperation(string Op, string Path, string? Value, string? From)
{
    private const string Ops = "add, remove, move, test, replace, copy";

    /// <summary>The path's parts with <c>~1</c> and <c>~0</c> resolved.</summary>
    public string[] Parts => [.. Path.TrimStart('/').Split('/').Select(Unescaped)];

    /// <param name="call">Whose body has the steps.</param>
    /// <param name="faults">What is wrong with the call besides them: AWS names all faults at once, and these after the steps'.</param>
    public static IReadOnlyList<PatchOperation> Of(Call call, params IEnumerable<string> faults)
    {
        var items = call.Body.Objects("patchOperations");
        List<string> found = [];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Text("op") is not { } op || !Ops.Split(", ").Contains(op))
            {
                found.Add(AwsError.NotInEnum(items[i].Text("op"), $"{call.Input}.patchOperations.{i + 1}.member.op", Ops));
            }
        }

        found.AddRange(faults);
        if (found.Count > 0)
        {
            throw AwsError.Validation(found);
        }

        return [.. items.Select(item => new PatchOperation(item.Text("op")!, item.Text("path") ?? throw BadPath("null"), item.Text("value"), item.Text("from")))];
    }

    public static AwsError BadPath(string path) => AwsError.BadRequest($"Invalid patch path {path}");

    /// <summary>The text for a path that only certain operations know, with two blanks as AWS writes it.</summary>
    public AwsError NotSupported(params ReadOnlySpan<string> replaceable) => AwsError.BadRequest(
        Op is "replace"
            ? $"Invalid patch path  '{Path}' specified for op 'replace'. Must be one of: [{string.Join(", ", replaceable.ToArray())}]"
            : $"Invalid patch path  '{Path}' specified for op '{Op}'. Please choose supported operations");

    public static string Unescaped(string part) => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
