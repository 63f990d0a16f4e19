using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about a parameter. What the editor does not write (cookies, bodies of OpenAPI 2.0) it keeps.</summary>
public sealed class ParameterDraft
{
    public static readonly string[] Places = ["query", "header", "path"];

    public static readonly string[] Types = ["string", "integer", "number", "boolean", "array"];

    private ParameterView? _kept;

    public string? Name { get; set; } = "";

    public string In { get; set; } = "query";

    public string Type { get; set; } = "string";

    public bool Required { get; set; }

    public bool IsKept => _kept is not null;

    public static ParameterDraft Of(ParameterView parameter) => Places.Contains(parameter.In) && (parameter.Type is null || Types.Contains(parameter.Type))
        ? new() { Name = parameter.Name, In = parameter.In, Type = parameter.Type ?? "", Required = parameter.Required }
        : new() { _kept = parameter, Name = parameter.Name, In = parameter.In, Type = parameter.Type ?? "", Required = parameter.Required };

    public ParameterView ToView() => _kept ?? new()
    {
        Name = Name?.Trim() ?? "",
        In = In,
        Type = Type is "" ? null : Type,
        Required = Required || In is "path",
    };
}
