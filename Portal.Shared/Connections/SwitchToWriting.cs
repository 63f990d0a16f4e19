using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>Lets the portal change things in an account. The connection's name is typed, so that nobody does it to the wrong one.</summary>
[Demands(Policies.ManageConnections)]
public sealed record SwitchToWriting : IRequest<ConnectionView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The connection's name, exactly.</summary>
    public required string TypedName { get; init; }
}

public sealed class SwitchToWritingValidator : AbstractValidator<SwitchToWriting>
{
    public SwitchToWritingValidator() => RuleFor(request => request.TypedName).NotEmpty().WithMessage("Type the connection's name.").MaximumLength(100);
}
