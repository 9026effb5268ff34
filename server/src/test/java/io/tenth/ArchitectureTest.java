package io.tenth;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tenth.assistant.Tool;
import io.tenth.extraction.TimeExtractor;
import io.tenth.shared.Actor;
import io.tenth.shared.Page;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules that the compiler cannot hold. Each message says why. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tenth");

    @Test
    void transactionalMethodsSayWhoAsks() {
        methods()
                .that(beginATransaction())
                .should(satisfy(
                        "have exactly one parameter of type Actor",
                        method -> method.getRawParameterTypes().stream()
                                        .filter(type -> type.isAssignableTo(Actor.class))
                                        .count()
                                == 1))
                .because("row security reads the actor from the arguments, and without one the database shows no rows")
                .check(PRODUCT);
    }

    @Test
    void transactionsAreDeclaredOnMethods() {
        noClasses()
                .should()
                .beAnnotatedWith(Transactional.class)
                .because(
                        "row security looks at the annotation of the method: on a class it would open a transaction that"
                                + " was told nothing")
                .check(PRODUCT);
    }

    @Test
    void transactionalMethodsAreNotCalledPastTheirProxy() {
        methods()
                .that(beginATransaction())
                .should(satisfy(
                        "be called from their own class only within a transaction",
                        method -> accessesTo(method)
                                .filter(call -> call.getOriginOwner().equals(method.getOwner()))
                                .allMatch(call -> isTransactional(call.getOrigin())
                                        || isPrivateAndCalledWithinATransaction(call))))
                .because("a call to oneself passes the proxy by, so that no transaction begins")
                .check(PRODUCT);
    }

    @Test
    void controllersAreHiddenInTheirFeature() {
        classes()
                .that(are(controllers()))
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("..web")
                .because(
                        "a controller is a door of its feature; nobody calls it, and from there it cannot reach a repository")
                .check(PRODUCT);
    }

    @Test
    void controllersHaveNoWayAroundTheirService() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat(are(repositories())
                        .or(DescribedPredicate.describe(
                                "are JdbcClient", type -> type.isEquivalentTo(JdbcClient.class))))
                .because("the transaction, the actor and the audit event belong to the service's use case")
                .check(PRODUCT);
    }

    @Test
    void theApiHasItsOwnRecords() {
        methods()
                .that(DescribedPredicate.<JavaMethod>describe(
                        "answer a request of the API",
                        method -> method.isMetaAnnotatedWith(RequestMapping.class)
                                && method.getOwner().isAnnotatedWith(RestController.class)))
                .should(satisfy(
                        "return records of their controller",
                        method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                                .allMatch(type -> isOwnOrForeign(type, method.getOwner()))))
                .because(
                        "the API is a promise: a change of a domain record must not change it unseen. What a tool answers is a"
                                + " promise itself, the same through every door")
                .check(PRODUCT);
    }

    @Test
    void theApiIsNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .haveSimpleNameEndingWith("Api")
                .because("the API is a promise and a page is not: a reader sees at the name which one changes")
                .check(PRODUCT);
    }

    @Test
    void repositoriesAreHiddenBehindTheirService() {
        classes()
                .that(are(repositories()))
                .should()
                .bePackagePrivate()
                .because("the service is the only way to the rows, so that no change escapes the audit log")
                .check(PRODUCT);
    }

    @Test
    void onlyCaptureRunsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tenth.capture..", "io.tenth.extraction..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(TimeExtractor.class)
                .because("the engine is replaced or joined by another in one place")
                .check(PRODUCT);
    }

    @Test
    void onlyCaptureAndTheCommandsKnowTheRecordsOfTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tenth.capture..", "io.tenth.cli..", "io.tenth.extraction..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tenth.extraction..")
                .because("a proposal is the product's word for what the engine calls a mention")
                .check(PRODUCT);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("an object is whole when its constructor has run, and can be made without a container")
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
                .because("such a name says that nobody knew what the thing is")
                .check(PRODUCT);
        noClasses()
                .should()
                .resideInAnyPackage("..service..", "..util..", "..common..", "..impl..", "..manager..", "..helper..")
                .because("a package is named after its feature: a reader looks for the feature")
                .check(PRODUCT);
    }

    @Test
    void onlyACommandEndsTheProgram() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tenth.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("a server that ends from within loses the requests it is serving")
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaMethod> beginATransaction() {
        return DescribedPredicate.describe("begin a transaction", ArchitectureTest::beginsATransaction);
    }

    private static boolean beginsATransaction(JavaMember method) {
        return isTransactional(method)
                && method.getAnnotationOfType(Transactional.class).propagation() != Propagation.MANDATORY;
    }

    private static boolean isTransactional(CanBeAnnotated method) {
        return method.isAnnotatedWith(Transactional.class);
    }

    private static boolean isPrivateAndCalledWithinATransaction(JavaCodeUnitAccess<?> call) {
        return call.getOrigin().getModifiers().contains(JavaModifier.PRIVATE)
                && call.getOrigin() instanceof JavaMethod origin
                && accessesTo(origin).allMatch(outer -> isTransactional(outer.getOrigin()));
    }

    private static Stream<JavaCodeUnitAccess<?>> accessesTo(JavaMethod method) {
        return Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream());
    }

    private static DescribedPredicate<JavaClass> controllers() {
        return DescribedPredicate.describe("controllers", type -> type.isMetaAnnotatedWith(Controller.class));
    }

    private static DescribedPredicate<JavaClass> repositories() {
        return DescribedPredicate.describe(
                "repositories",
                type -> type.isAnnotatedWith(Repository.class) || type.getName().matches("io\\.tenth\\..*Repository"));
    }

    private static boolean isOwnOrForeign(JavaClass type, JavaClass controller) {
        return !type.getPackageName().startsWith("io.tenth")
                || type.isEquivalentTo(Page.class)
                || type.getEnclosingClass()
                        .filter(outer -> outer.isAssignableTo(Tool.class))
                        .isPresent()
                || type.getEnclosingClass().filter(controller::equals).isPresent();
    }

    private static <T extends JavaMember> ArchCondition<T> satisfy(String what, Predicate<T> holds) {
        return new ArchCondition<>(what) {
            @Override
            public void check(T member, ConditionEvents events) {
                if (!holds.test(member)) {
                    events.add(SimpleConditionEvent.violated(
                            member, member.getFullName() + " does not " + what + " " + member.getSourceCodeLocation()));
                }
            }
        };
    }
}
