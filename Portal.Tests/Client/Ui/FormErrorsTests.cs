using Bunit;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Client.Ui;
using Portal.Client.Ui.Static;

namespace Portal.Tests.Client.Ui;

public sealed class FormErrorsTests : UiContext
{
    private readonly Draft _draft = new();
    private FormErrors _errors = null!;

    [Fact]
    public async Task A_fault_stands_beside_its_field()
    {
        var form = Draw();

        await form.InvokeAsync(() => _errors.Show(RefusalTo.Take(("name", "This name is taken."))));

        Assert.Equal("This name is taken.", form.Find(".field-faults p").TextContent);
        Assert.Equal("true", form.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal(form.Find("input").GetAttribute("aria-describedby"), form.Find(".field-faults").Id);
    }

    [Fact]
    public async Task A_fault_of_no_field_stands_above_them()
    {
        var form = Draw();

        await form.InvokeAsync(() => _errors.Show(RefusalTo.Take(("Somewhere.Else", "That is wrong."))));

        Assert.Contains("That is wrong.", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_finds_its_way_into_a_list()
    {
        _draft.Parts.Add(new Draft { Name = "first" });
        _draft.Parts.Add(new Draft { Name = "second" });
        var form = Draw();

        await form.InvokeAsync(() => _errors.Show(RefusalTo.Take(("Parts[1].Name", "Twice."))));

        Assert.Empty(form.Find("[role=alert]").QuerySelectorAll("li"));
        Assert.Equal("Twice.", form.FindAll(".field")[2].QuerySelector(".field-faults p")!.TextContent);
    }

    [Fact]
    public async Task What_the_portal_refused_goes_with_the_next_edit()
    {
        var form = Draw();
        await form.InvokeAsync(() => _errors.Show(RefusalTo.Take(("Name", "This name is taken."))));

        await form.Find("input").ChangeAsync("another");

        Assert.Empty(form.FindAll(".field-faults p"));
    }

    [Fact]
    public async Task The_rules_speak_while_a_person_types()
    {
        var form = Draw(cancellation => new Rules().ValidateAsync(_draft, cancellation));

        await form.Find("input").ChangeAsync("x");
        await form.WaitForAssertionAsync(() => Assert.Equal("Longer, please.", form.Find(".field-faults p").TextContent));
        await form.Find("input").ChangeAsync("longer");
        await form.WaitForAssertionAsync(() => Assert.Empty(form.FindAll(".field-faults p")));
    }

    [Fact]
    public async Task A_late_answer_does_not_overwrite_the_last_one()
    {
        var answers = new Queue<TaskCompletionSource<ValidationResult>>([new(), new()]);
        var (first, last) = (answers.First(), answers.Last());
        var form = Draw(_ => answers.Dequeue().Task);

        await form.Find("input").ChangeAsync("bad");
        await form.Find("input").ChangeAsync("good");
        await form.InvokeAsync(() => last.SetResult(new ValidationResult()));
        await form.InvokeAsync(() => first.SetResult(new ValidationResult([new ValidationFailure("Name", "Bad.")])));

        Assert.Empty(form.FindAll(".field-faults p"));
    }

    private IRenderedComponent<EditForm> Draw(Func<CancellationToken, Task<ValidationResult>>? check = null) => Render<EditForm>(parameters => parameters
        .Add(form => form.Model, _draft)
        .Add(form => form.ChildContent, _ => builder =>
        {
            builder.OpenComponent<FormErrors>(0);
            builder.AddComponentParameter(1, nameof(FormErrors.Check), check);
            builder.AddComponentReferenceCapture(2, errors => _errors = (FormErrors)errors);
            builder.CloseComponent();
            foreach (var draft in _draft.Parts.Prepend(_draft))
            {
                builder.OpenComponent<Field>(3);
                builder.AddComponentParameter(4, nameof(Field.Label), "Name");
                builder.AddComponentParameter(5, nameof(Field.Value), draft.Name);
                builder.AddComponentParameter(6, nameof(Field.ValueChanged), Microsoft.AspNetCore.Components.EventCallback.Factory.Create<string?>(this, value => draft.Name = value ?? ""));
                builder.AddComponentParameter(7, nameof(Field.ValueExpression), (System.Linq.Expressions.Expression<Func<string?>>)(() => draft.Name));
                builder.CloseComponent();
            }
        }));

    private sealed class Draft
    {
        public string Name { get; set; } = "";

        public List<Draft> Parts { get; } = [];
    }

    private sealed class Rules : AbstractValidator<Draft>
    {
        public Rules() => RuleFor(draft => draft.Name).MinimumLength(3).WithMessage("Longer, please.");
    }
}
